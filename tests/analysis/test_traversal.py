"""The ways through a catalogue: no reference of the model is forgotten."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel

from generator.analysis.references import references
from generator.analysis.traversal import list_of, texts
from generator.catalogue.fields import Id
from generator.catalogue.loader import load
from generator.catalogue.references import marks
from generator.catalogue.root import Catalogue
from generator.language.suggestion import suggestion
from generator.linter.examples import smallest
from generator.source.parser import parse
from generator.source.reader import SourceFile
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue


def catalogues() -> list[Catalogue]:
    least = load(parse(SourceFile("smallest.yaml", smallest()))).catalogue
    assert least is not None
    return [catalogue(PORTUGUESE), catalogue(HARBOUR), least]


def entries_of_the_model(kind: type[BaseModel]) -> set[type[BaseModel]]:
    """Every kind of entry that a catalogue can hold."""
    below = {
        found
        for field in kind.model_fields.values()
        for found in types_in(field.annotation)
        if issubclass(found, BaseModel)
    }
    return {kind}.union(*map(entries_of_the_model, below))


def types_in(annotation: Any) -> set[type]:
    inside = get_args(annotation)
    return set().union(*map(types_in, inside)) if inside else {*filter(is_type, [annotation])}


def is_type(annotation: Any) -> bool:
    return isinstance(annotation, type)


IS_ID = get_args(Id)[1]
"""What validates an id."""


def holds_ids(annotation: Any, noted: Iterable[Any] = ()) -> bool:
    return IS_ID in (*noted, *getattr(annotation, "__metadata__", ())) or any(
        map(holds_ids, get_args(annotation))
    )


def test_every_id_says_what_it_means():
    """Each field that can hold ids is marked with what they mean, but for what an entry is or was called itself."""
    for kind in entries_of_the_model(Catalogue):
        holding = {
            key for key, each in kind.model_fields.items() if holds_ids(each.annotation, each.metadata)
        }
        assert holding - {"id", "earlier_ids"} == marks(kind).keys(), kind


def test_references_of_valid_catalogues_lead_somewhere():
    """In a valid catalogue every reference is known."""
    for offer in catalogues():
        assert [each.path for each in references(offer) if each.id not in each.known] == []


def strings_below(value: Any, path: tuple[str | int, ...]) -> dict[tuple[str | int, ...], str]:
    if isinstance(value, str):
        return {} if isinstance(value, Enum) else {path: value}
    if isinstance(value, BaseModel):
        inside = [(key, getattr(value, key)) for key in type(value).model_fields]
    elif isinstance(value, dict):
        inside = [*value.items()]
    else:
        inside = [*enumerate(value)] if isinstance(value, tuple) else []
    return {way: text for key, item in inside for way, text in strings_below(item, (*path, key)).items()}


def test_only_ids_are_no_texts():
    """What is left out of the texts is an id, of which no check of texts could say anything."""
    for offer in catalogues():
        below = strings_below(offer, ())
        assert below.items() >= dict(texts(offer)).items()
        assert all(re.fullmatch("[a-z0-9-]+", below[path]) for path in below.keys() - dict(texts(offer)))


def test_texts():
    """Every text of a catalogue is seen, those in lists too."""
    offer = catalogues()[0]
    seen = dict(texts(offer))
    assert seen["guide", "title"] == offer.guide.title
    assert seen["glossary", 1, "also", 0] == offer.glossary[1].also[0]
    assert seen["sources", 0, "facts", 0, "text"] == offer.sources[0].facts[0].text


def test_lists_of_ids():
    """Facts and scopes are told apart over the whole catalogue, rows only within their table."""
    assert list_of(("sources", 0, "facts", 1, "id")) == list_of(("sources", 2, "facts", 0, "id"))
    assert list_of(("sources", 0, "id")) != list_of(("sources", 0, "facts", 0, "id"))
    assert list_of(("pricing_rules", 0, "rows", 0, "id")) != list_of(("pricing_rules", 1, "rows", 0, "id"))


def test_suggestion():
    """A slip is answered with the word that is near, and nonsense with none."""
    assert suggestion("incremento", ["increment", "minimum"]) == "increment"
    assert suggestion("zebra", ["increment", "minimum"]) == ""
