"""What the ids of a field mean, said once beside the field: the graph, completion and recovery are derived from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

REQUESTER = "requester"
OUTCOME = "outcome"
"""The two things that every price depends on, beside the dimensions of the catalogue's own."""

MODALITY = "modality"
"""What a claim can name beside the things that prices depend on."""

HOMES: Mapping[str, tuple[str, ...]] = {
    "fact": ("sources", "facts"),
    "party": ("parties",),
    "contact": ("contacts",),
    REQUESTER: ("requesters",),
    "requester group": ("requester_groups",),
    OUTCOME: ("outcomes",),
    "dimension": ("dimensions",),
    "precondition": ("preconditions",),
    "scope": ("scopes", "items"),
    "aspect": ("aspects",),
    "pricing rule": ("pricing_rules",),
    MODALITY: ("modalities",),
    "group": ("guide", "groups"),
    "question": ("finder", "questions"),
}
"""Each kind of entry that ids refer to: the keys that lead to its list, through the lists on the way."""

PARTS: Mapping[str, tuple[str, str]] = {"dimension": ("value", "values"), "question": ("answer", "answers")}
"""Kinds that hold a list of what can be named of them: what one of these is called, and the key of the list."""


def keys_of(kind: str) -> frozenset[str]:
    """Return the catalogue's keys below which the entries of a kind, or what it is a part of, are defined."""
    whole = {part: of for of, (part, _) in PARTS.items()}
    kinds = (REQUESTER, "requester group") if kind == REQUESTER else (whole.get(kind, kind),)
    return frozenset(HOMES[each][0] for each in kinds)


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose ids mean entries; of a map, its keys do.

    ``or_unknown`` says that `unknown` may stand there, too; ``groups`` that a group of requesters may; ``cites`` that
    a statement rests on what is meant.
    """

    kind: str
    or_unknown: bool = False
    groups: bool = False
    cites: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return every kind of entry that may be meant."""
        return (self.kind, "requester group") if self.groups else (self.kind,)


@dataclass(frozen=True, slots=True)
class Cases:
    """Marks a map from dimensions, or from questions, to what is named of each.

    ``groups`` says that a group may stand for its requesters, ``beside`` what else can be named by its id.
    """

    of: str
    groups: bool = True
    beside: tuple[str, ...] = ()

    @property
    def built_in(self) -> tuple[str, ...]:
        """Return what can be named though the catalogue does not list it as one of this kind."""
        return (REQUESTER, OUTCOME, *self.beside) if self.of == "dimension" else ()

    def part(self, key: str) -> RefersTo:
        """Return what stands behind a key: a requester, an outcome, or a part of what the key means."""
        if key in self.built_in:
            return RefersTo(key, groups=self.groups and key == REQUESTER)
        return RefersTo(PARTS[self.of][0])


Mark = RefersTo | Cases


@cache
def marks(kind: type[BaseModel]) -> Mapping[str, Mark]:
    """Return the keys of a kind of entry that hold ids of others, each with what they mean."""
    found = {}
    for key, field in kind.model_fields.items():
        for mark in (*field.metadata, *_metadata(field.annotation)):
            if isinstance(mark, RefersTo | Cases):
                found[key] = mark
                break
    return found


def _metadata(annotation: Any) -> Iterator[Any]:
    """Give what is noted within an annotation such as ``FactIds | None``; not within its lists and maps."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    elif get_origin(annotation) not in (tuple, Mapping):
        for each in get_args(annotation):
            yield from _metadata(each)


@cache
def keys_of_facts(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys under which a kind of entry cites facts."""
    return tuple(key for key, mark in marks(kind).items() if isinstance(mark, RefersTo) and mark.cites)
