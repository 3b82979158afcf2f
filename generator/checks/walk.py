"""Ways through a catalogue that many checks take: every entry, text and reference, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, wraps
from heapq import nsmallest
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from generator.catalogue.fields import UNKNOWN, Id, Part
from generator.catalogue.pricing import PricingRule
from generator.catalogue.sources import Fact, Source
from generator.catalogue.whole import Catalogue
from generator.decisions.claims import MODALITY
from generator.decisions.price import OUTCOME, REQUESTER
from generator.diagnostics import Path

T = TypeVar("T")

FACT_KEYS = ("facts", "prevails_facts", "billed_facts", "counting_facts")
"""The keys that hold ids of facts, wherever they stand."""


class Reference(NamedTuple):
    """An id that means another entry: where it stands, what it means, and what it may be."""

    path: Path
    kind: str
    id: str
    known: Collection[str]
    on: Literal["key", "value"] = "value"


class Named(NamedTuple):
    """Ids of one kind that stand together: the only one at a path, a list there, or the keys of a map."""

    path: Path
    kind: str
    ids: tuple[str, ...]
    known: Collection[str]
    form: Literal["one", "list", "keys"] = "list"

    def each(self) -> Iterator[Reference]:
        """Give them one by one."""
        for index, name in enumerate(self.ids):
            if self.form == "keys":
                yield Reference((*self.path, name), self.kind, name, self.known, "key")
            else:
                path = self.path if self.form == "one" else (*self.path, index)
                yield Reference(path, self.kind, name, self.known)


LONGEST = 100
"""Letters of a word that may be a slip in another."""

MANY = 400
"""Words that a slip is compared with at most."""


def suggestion(seen: str, known: Collection[str]) -> str:
    """Return the known word that a writer most likely meant; empty where none is near."""
    if len(seen) > LONGEST:
        return ""
    if len(known) > MANY:
        # Comparing with each would take a second for every slip in a catalogue of thousands.
        ends = seen[:2], seen[-2:]
        known = [each for each in known if each.startswith(ends[0]) or each.endswith(ends[1])]
        known = nsmallest(MANY, known, key=lambda each: abs(len(each) - len(seen)))
    from difflib import get_close_matches  # noqa: PLC0415 - a catalogue without faults does not pay for it

    near = get_close_matches(seen, known, n=1, cutoff=0.6)
    return near[0] if near else ""


def once(find: Callable[[Catalogue], T]) -> Callable[[Catalogue], T]:
    """Remember what was found in the last catalogue: many checks look for the same."""
    last: list[tuple[Catalogue, T]] = []

    @wraps(find)
    def found(catalogue: Catalogue) -> T:
        # The catalogue itself is kept, so that no other can come to stand at its place in memory.
        if not last or last[0][0] is not catalogue:
            last[:] = [(catalogue, find(catalogue))]
        return last[0][1]

    return found


def entries(catalogue: Catalogue) -> Sequence[tuple[Path, Part]]:
    """Give every entry of the catalogue, itself included, each before those within it."""
    return _walked(catalogue)[0]


def by_kind(catalogue: Catalogue) -> Mapping[type[Part], Sequence[tuple[Path, Part]]]:
    """Give entries by what they are: most kinds have no such key, and need not be asked one by one."""
    return _walked(catalogue)[1]


@once
def _walked(
    catalogue: Catalogue,
) -> tuple[list[tuple[Path, Part]], dict[type[Part], list[tuple[Path, Part]]]]:
    found: list[tuple[Path, Part]] = []
    kinds: dict[type[Part], list[tuple[Path, Part]]] = {}

    def collect(value: Any, path: Path) -> None:
        if isinstance(value, Part):
            kind = type(value)
            each = path, value
            found.append(each)
            if kind not in kinds:
                kinds[kind] = []
            kinds[kind].append(each)
            for key in _keys_of_entries(kind):
                collect(getattr(value, key), (*path, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                collect(item, (*path, index))
        elif isinstance(value, dict):  # asking for any Mapping takes ten times as long
            for key, item in value.items():
                collect(item, (*path, key))

    collect(catalogue, ())
    return found, kinds


@once
def texts(catalogue: Catalogue) -> Sequence[tuple[Path, str]]:
    """Give every text of the catalogue; no ids, which no check of texts can mind."""
    return tuple(_texts(catalogue))


def _texts(catalogue: Catalogue) -> Iterator[tuple[Path, str]]:
    for path, entry in entries(catalogue):
        for key in _keys_of_texts(type(entry)):
            value = getattr(entry, key)
            if type(value) is str:
                yield (*path, key), value
            elif type(value) is tuple:
                yield from (
                    ((*path, key, index), item) for index, item in enumerate(value) if type(item) is str
                )


@once
def pieces_of(catalogue: Catalogue) -> tuple[list[tuple[str, list[Path]]], dict[str, list[int]]]:
    """Give each text once, with its paths; and whatever stands between spaces in them, with the texts that have it.

    In a catalogue of a million words, a few thousand of these pieces are not alike.
    """
    standing: dict[str, list[Path]] = {}
    for path, text in texts(catalogue):
        standing.setdefault(text, []).append(path)
    having: dict[str, list[int]] = {}
    for number, text in enumerate(standing):
        for piece in text.split():
            if piece in having:
                having[piece].append(number)
            else:
                having[piece] = [number]
    return list(standing.items()), having


def texts_with(catalogue: Catalogue, wanted: Callable[[str], object]) -> Iterator[tuple[str, Sequence[Path]]]:
    """Give the texts in which some piece between spaces is ``wanted``, each once, with the paths at which it stands.

    What is wanted is asked of each piece, not of each text.
    """
    standing, having = pieces_of(catalogue)
    found = {number for piece, numbers in having.items() if wanted(piece) for number in numbers}
    return (standing[number] for number in sorted(found))


def held(catalogue: Catalogue, key: str) -> Iterator[tuple[Path, Any]]:
    """Give what stands at a key in every entry that has one, with its path: one kind of entry after the other."""
    for kind, found in by_kind(catalogue).items():
        if key in kind.model_fields:
            for path, entry in found:
                value = getattr(entry, key)
                if value is not None:
                    yield (*path, key), value


def ids(catalogue: Catalogue) -> Iterator[tuple[Path, str]]:
    """Give the id of every entry that has one, with its path."""
    return held(catalogue, "id")


@cache
def _keys_of_entries(kind: type[Part]) -> tuple[str, ...]:
    """The keys of a kind of entry that may hold entries: most hold none, and need no look."""
    return tuple(key for key, field in kind.model_fields.items() if _holds(field.annotation, Part))


@cache
def _keys_of_texts(kind: type[Part]) -> tuple[str, ...]:
    """The keys of a kind of entry that may hold texts. Half of all are ids: each check would look at them in vain."""
    return tuple(
        key
        for key, field in kind.model_fields.items()
        if _ID_MARK not in field.metadata and _holds(field.annotation, str)
    )


_ID_MARK = get_args(Id)[1]
"""By its validator an id is known: of a field, pydantic keeps it apart from the annotation."""


def _holds(annotation: Any, wanted: type) -> bool:
    """Tell whether an annotation is of a type, or speaks of one somewhere within; of ids as texts never."""
    if annotation == Id or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return False
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, wanted)
    return any(_holds(each, wanted) for each in get_args(annotation))


def list_of(path: Path) -> str:
    """Return the name of the list in which the id at a path must be the only one.

    Facts and scopes are told apart over the whole catalogue, not only within their source or group.
    """
    if path[0] in ("sources", "scopes") and len(path) > 3:
        return f"{path[0]}.{path[2]}"
    return ".".join(str(step) for step in path[:-2])


def references(catalogue: Catalogue) -> Iterator[Reference]:
    """Give every reference of the catalogue, to facts and to all other entries."""
    for found in named(catalogue):
        yield from found.each()


@once
def named(catalogue: Catalogue) -> Sequence[Named]:
    """Give every reference, list by list: there are a quarter of a million in a catalogue of 3,000 modalities."""
    return tuple(_named(catalogue))


def _named(catalogue: Catalogue) -> Iterator[Named]:
    yield from _facts(catalogue)
    yield from _requesters(catalogue)
    yield from _pricing(catalogue)
    yield from _modalities(catalogue)
    yield from _claims(catalogue)
    yield from _finder(catalogue)
    for index, precondition in enumerate(catalogue.preconditions):
        if precondition.service is not None:
            yield _one(
                ("preconditions", index, "service"), "modality", precondition.service, catalogue.modality
            )
    for index, question in enumerate(catalogue.open_questions):
        base = ("open_questions", index)
        yield _one((*base, "ask"), "contact", question.ask, catalogue.contact)
        yield Named((*base, "modalities"), "modality", question.modalities, catalogue.modality)


def _one(path: Path, kind: str, name: str, known: Collection[str]) -> Named:
    return Named(path, kind, (name,), known, "one")


def _facts(catalogue: Catalogue) -> Iterator[Named]:
    known = catalogue.facts
    for kind, found in by_kind(catalogue).items():
        if issubclass(kind, Fact):
            for path, entry in found:
                assert isinstance(entry, Fact)
                if entry.overruled_by is not None:
                    yield _one((*path, "overruled_by"), "fact", entry.overruled_by, known)
            continue
        for key in _keys_of_facts(kind):
            for path, entry in found:
                if ids := getattr(entry, key):
                    yield Named((*path, key), "fact", ids, known)


@cache
def _keys_of_facts(kind: type[Part]) -> tuple[str, ...]:
    # The `facts` of a source are the facts themselves.
    return () if kind is Source else tuple(key for key in FACT_KEYS if key in kind.model_fields)


def _requesters(catalogue: Catalogue) -> Iterator[Named]:
    for index, requester in enumerate(catalogue.requesters):
        yield _one(("requesters", index, "billed"), "party", requester.billed, catalogue.party)
        if requester.party is not None:
            yield _one(("requesters", index, "party"), "party", requester.party, catalogue.party)
    for index, group in enumerate(catalogue.requester_groups):
        yield Named(("requester_groups", index, "members"), "requester", group.members, catalogue.requester)


def _values(catalogue: Catalogue, dimension: str) -> Collection[str]:
    if dimension == REQUESTER:
        return (*catalogue.requester, *catalogue.requester_group)
    if dimension == OUTCOME:
        return catalogue.outcome
    return tuple(value.id for value in catalogue.dimension[dimension].values)


def _kind_of_value(dimension: str) -> str:
    return dimension if dimension in (REQUESTER, OUTCOME) else "value"


def _pricing(catalogue: Catalogue) -> Iterator[Named]:
    dimensions = (REQUESTER, OUTCOME, *catalogue.dimension)
    payers = (*catalogue.party, UNKNOWN.value)
    for index, rule in enumerate(catalogue.pricing_rules):
        base: Path = ("pricing_rules", index)
        yield Named((*base, "depends_on"), "dimension", rule.depends_on, catalogue.dimension)
        for number, row in enumerate(rule.rows):
            here = (*base, "rows", number)
            if row.payer is not None:
                yield _one((*here, "payer"), "party", row.payer, payers)
            yield Named((*here, "when"), "dimension", tuple(row.when), dimensions, "keys")
            for dimension, values in row.when.items():
                if dimension in dimensions:
                    way = (*here, "when", dimension)
                    yield Named(way, _kind_of_value(dimension), values, _values(catalogue, dimension))
        yield from _examples(catalogue, base, rule)


def _examples(catalogue: Catalogue, base: Path, rule: PricingRule) -> Iterator[Named]:
    dimensions = (REQUESTER, OUTCOME, *catalogue.dimension)
    payers = (*catalogue.party, UNKNOWN.value)
    for number, example in enumerate(rule.examples):
        here = (*base, "examples", number)
        if example.expect.payer is not None:
            yield _one((*here, "expect", "payer"), "party", example.expect.payer, payers)
        yield Named((*here, "given"), "dimension", tuple(example.given), dimensions, "keys")
        for dimension, value in example.given.items():
            if dimension in dimensions:
                way = (*here, "given", dimension)
                # A case has one requester: a group of them is none.
                known = catalogue.requester if dimension == REQUESTER else _values(catalogue, dimension)
                yield _one(way, _kind_of_value(dimension), value, known)


def _modalities(catalogue: Catalogue) -> Iterator[Named]:
    askers = (*catalogue.requester, *catalogue.requester_group)
    for index, modality in enumerate(catalogue.modalities):
        base: Path = ("modalities", index)
        yield _one((*base, "group"), "group", modality.group, catalogue.group)
        yield _one((*base, "pricing"), "pricing rule", modality.pricing, catalogue.pricing_rule)
        yield _one((*base, "contact"), "contact", modality.contact, catalogue.contact)
        if modality.replaced_by is not None:
            yield _one((*base, "replaced_by"), "modality", modality.replaced_by, catalogue.modality)
        yield Named((*base, "neighbours"), "modality", modality.neighbours, catalogue.modality)
        yield Named((*base, "scopes"), "scope", tuple(modality.scopes), catalogue.scope, "keys")
        yield Named((*base, "requesters"), "requester", tuple(modality.requesters), askers, "keys")
        for number, required in enumerate(modality.preconditions):
            way: Path = (*base, "preconditions", number, "precondition")
            yield _one(way, "precondition", required.precondition, catalogue.precondition)
        for number, step in enumerate(modality.steps):
            if step.precondition is not None:
                way = (*base, "steps", number, "precondition")
                yield _one(way, "precondition", step.precondition, catalogue.precondition)


def _claims(catalogue: Catalogue) -> Iterator[Named]:
    dimensions = (REQUESTER, OUTCOME, MODALITY, *catalogue.dimension)
    payers = (*catalogue.party, UNKNOWN.value)
    for index, claim in enumerate(catalogue.claims):
        base: Path = ("claims", index)
        yield Named((*base, "modality"), "modality", claim.modality or (), catalogue.modality)
        yield Named((*base, "requires"), "precondition", claim.requires or (), catalogue.precondition)
        yield Named((*base, "payer"), "party", claim.payer or (), payers)
        yield Named((*base, "when"), "dimension", tuple(claim.when), dimensions, "keys")
        for dimension, values in claim.when.items():
            way = (*base, "when", dimension)
            if dimension == MODALITY:
                yield Named(way, "modality", values, catalogue.modality)
            elif dimension in dimensions:
                yield Named(way, _kind_of_value(dimension), values, _values(catalogue, dimension))


def _finder(catalogue: Catalogue) -> Iterator[Named]:
    dimensions = (REQUESTER, OUTCOME, *catalogue.dimension)
    questions = {
        question.id: tuple(answer.id for answer in question.answers)
        for question in catalogue.finder.questions
    }
    for index, question in enumerate(catalogue.finder.questions):
        for number, answer in enumerate(question.answers):
            here = ("finder", "questions", index, "answers", number)
            yield Named((*here, "demands"), "scope", answer.demands, catalogue.scope)
            yield Named((*here, "implies"), "dimension", tuple(answer.implies), dimensions, "keys")
            for dimension, value in answer.implies.items():
                if dimension in dimensions:
                    way = (*here, "implies", dimension)
                    yield _one(way, _kind_of_value(dimension), value, _values(catalogue, dimension))
    for index, row in enumerate(catalogue.finder.rows):
        base = ("finder", "rows", index)
        yield Named((*base, "recommend"), "modality", row.recommend, catalogue.modality)
        yield Named((*base, "when"), "question", tuple(row.when), questions, "keys")
        for name, answers in row.when.items():
            if name in questions:
                yield Named((*base, "when", name), "answer", answers, questions[name])
