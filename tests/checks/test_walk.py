"""The ways through a catalogue: no reference of the model is forgotten."""

import re
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.catalogue.load import load
from generator.catalogue.whole import Catalogue
from generator.checks.walk import list_of, references, suggestion, texts
from generator.source.reader import read
from generator.source.tree import parse

TOP = Path(__file__).parents[2]


def catalogues() -> list[Catalogue]:
    names = ["modalities.yaml", "tests/catalogues/harbour.yaml", "generator/checks/smallest.yaml"]
    loaded = [load(parse(read(TOP / name))).catalogue for name in names if (TOP / name).is_file()]
    return [each for each in loaded if each is not None]


def ids_below(value: Any, path: tuple[str | int, ...]) -> set[tuple[str | int, ...]]:
    if isinstance(value, str):
        return {path}
    if isinstance(value, tuple):
        return {(*path, index) for index in range(len(value)) if isinstance(value[index], str)}
    return {way for key, item in value.items() for way in ids_below(item, (*path, key)) | {(*path, key)}}


def written(entry: BaseModel, path: tuple[str | int, ...]) -> set[tuple[str | int, ...]]:
    """The paths of all ids that refer to something, as the annotations of the model tell them."""
    found = set()
    hints = type(entry).__annotations__
    for key, field in type(entry).model_fields.items():
        value = getattr(entry, key)
        if value is None or key in ("id", "earlier_ids"):  # what an entry is, or was, called
            continue
        way = (*path, key)
        if isinstance(value, BaseModel):
            found |= written(value, way)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for index, item in enumerate(value):
                found |= written(item, (*way, index))
        elif isinstance(value, dict) or hasattr(value, "items"):
            for name, item in value.items():
                found.add((*way, name))
                found |= (
                    written(item, (*way, name))
                    if isinstance(item, BaseModel)
                    else ids_below(item, (*way, name))
                )
        elif "Id" in str(hints.get(key, field.annotation)):
            found |= ids_below(value, way)
    return found


def test_every_reference_is_followed():
    """Each id that a catalogue writes to mean another entry is one that the checks look up."""
    for catalogue in catalogues():
        assert written(catalogue, ()) == {each.path for each in references(catalogue)}


def test_references_of_valid_catalogues_lead_somewhere():
    """In a valid catalogue every reference is known."""
    for catalogue in catalogues():
        assert [each.path for each in references(catalogue) if each.id not in each.known] == []


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
    for catalogue in catalogues():
        below = strings_below(catalogue, ())
        assert below.items() >= dict(texts(catalogue)).items()
        assert all(re.fullmatch("[a-z0-9-]+", below[path]) for path in below.keys() - dict(texts(catalogue)))


def test_texts():
    """Every text of a catalogue is seen, those in lists too."""
    catalogue = catalogues()[0]
    seen = dict(texts(catalogue))
    assert seen["guide", "title"] == catalogue.guide.title
    assert seen["glossary", 1, "also", 0] == catalogue.glossary[1].also[0]
    assert seen["sources", 0, "facts", 0, "text"] == catalogue.sources[0].facts[0].text


def test_lists_of_ids():
    """Facts and scopes are told apart over the whole catalogue, rows only within their table."""
    assert list_of(("sources", 0, "facts", 1, "id")) == list_of(("sources", 2, "facts", 0, "id"))
    assert list_of(("sources", 0, "id")) != list_of(("sources", 0, "facts", 0, "id"))
    assert list_of(("pricing_rules", 0, "rows", 0, "id")) != list_of(("pricing_rules", 1, "rows", 0, "id"))


def test_suggestion():
    """A slip is answered with the word that is near, and nonsense with none."""
    assert suggestion("incremento", ["increment", "minimum"]) == "increment"
    assert suggestion("zebra", ["increment", "minimum"]) == ""
