"""What may stand in a place where something was lost, by what the catalogue says of the place and findings speak of."""

from __future__ import annotations

import re
import types
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import chain, islice
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.analysis.references import known_ids, parts_of
from generator.catalogue.fields import Code, Currency, Id, Language
from generator.catalogue.references import Cases, RefersTo, marks
from generator.catalogue.root import Catalogue
from generator.linter.topics import Topics

OTHERS = 24
"""Ids that a lost one is tried as, beside those that findings speak of."""

_ENTRIES = 8
"""Entries that are made up for a list that was lost."""

_DAYS = (date(1900, 1, 1), date(2900, 1, 1))
_NUMBERS = (0, 1, 2, 1_000_000)

_FRESH, _CODE = re.compile(r"stand-in-\d+"), re.compile(r"Z\d+X")
"""What nothing else is called."""

Means = Cases | Collection[str] | None
"""What an id in some place means: what it may be, or a map of them; None where none is meant."""


class StandIns(NamedTuple):
    """Gives what may stand at the places below one key of a catalogue."""

    catalogue: Catalogue
    topics: Topics
    astray: Sequence[str]
    """Ids that lead nowhere, and would if something were called so in the list that was lost."""
    numbers: Iterator[int]
    """For names that nothing else has: one for all keys, so that none comes twice."""

    def means(self, kind: type[BaseModel], key: str) -> Means:
        mark = marks(kind).get(key)
        return known_ids(self.catalogue, mark) if isinstance(mark, RefersTo) else mark

    def parts(self, means: Means, key: str) -> Means:
        """Return what is meant behind a key of a map."""
        if not isinstance(means, Cases):
            return None
        parts = parts_of(self.catalogue, means)
        if key not in parts:
            return ()
        part, ids = means.part(key), parts[key]
        return known_ids(self.catalogue, part) if ids is None else ids

    # What may stand where, by what the catalogue says of it.

    def values_of(self, kind: type[BaseModel], key: str) -> list[Any]:
        """Return what may stand at a key of an entry."""
        field = kind.model_fields[key]
        found = self.values(field.annotation, self.means(kind, key), tuple(field.metadata))
        return found if field.is_required() else [field.get_default(call_default_factory=True), *found]

    def values(  # noqa: PLR0911 - one for each kind of place
        self, kind: Any, means: Means = None, notes: tuple[Any, ...] = ()
    ) -> list[Any]:
        """Return what may stand in a place of a kind."""
        while get_origin(kind) is Annotated:
            kind, *more = get_args(kind)
            notes += tuple(more)
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return [*chain.from_iterable(self.values(each, means, notes) for each in get_args(kind))]
        if origin is Literal:
            return [*get_args(kind)]
        if origin is tuple:
            return self._lists(kind, means, notes)
        if origin is not None:
            return self._maps(kind, means)
        if kind is type(None):
            return [None]
        if issubclass(kind, BaseModel):
            return self._made(kind)
        if issubclass(kind, Enum):
            return [*kind]
        if issubclass(kind, bool):
            return [False, True]
        if issubclass(kind, date):
            return self._days()
        if issubclass(kind, int | Decimal):
            return [kind(each) for each in self._numbers()]
        return self._texts(means, notes)

    def _texts(self, means: Means, notes: tuple[Any, ...]) -> list[Any]:
        if isinstance(means, Collection):
            return self.first(means)
        if _validator(Id) in notes:
            return [self._fresh(), *self.astray, *self.topics.named()]
        if _validator(Code) in notes:
            return [self._code()]
        if _validator(Language) in notes:
            return ["pt-BR", "en", "fr"]
        if _validator(Currency) in notes:
            return ["EUR", "JPY", "KWD"]
        told = [" ".join(self.topics.texts)] if self.topics.texts else []
        return [self._fresh(), *told, *self.topics.sentences]

    def _lists(self, kind: Any, means: Means, notes: tuple[Any, ...]) -> list[Any]:
        least = next((each.min_length for each in notes if hasattr(each, "min_length")), 0)
        found = self.values(item_of(kind), means)
        # Of entries with one id, there can be one at a time.
        every = tuple(
            means
            if isinstance(means, Collection)
            else {getattr(each, "id", each): each for each in found}.values()
        )
        made = [() for _ in range(not least)] + [every] + [(each,) for each in found if least < 2]
        return [each for each in made if len(each) >= least]

    def _maps(self, kind: Any, means: Means) -> list[Any]:
        if not isinstance(means, Cases):
            return [{}, *(dict.fromkeys(means or (), each) for each in self.values(item_of(kind)))]
        every = {
            key: self.values(item_of(kind), self.parts(means, key)) for key in parts_of(self.catalogue, means)
        }
        whole = {key: found[0] for key, found in every.items() if found}
        return [{}, whole, *({key: each} for key, found in every.items() for each in found)]

    def _made(self, kind: type[BaseModel]) -> list[Any]:
        """Return entries of a kind: one with what it has to have, and one with all that it may."""
        ids = self.astray
        wanted = max(len(ids), _ENTRIES // 2) if ids else 0
        # Found once for all turns: in entries that hold entries, eight times at each depth would be too often.
        may = {key: self.values_of(kind, key) for key in kind.model_fields if key != "id"}
        if not all(may.values()):
            return []  # it has to name something of which there is nothing
        found = []
        for turn in range(_ENTRIES):
            made: dict[str, Any] = {}
            for key in kind.model_fields:
                if key == "id":
                    made[key] = ids[turn % len(ids)] if turn < wanted else self._fresh()
                else:
                    each = may[key][turn % len(may[key])]
                    made[key] = self._anew(each) if turn else each
            found.append(kind.model_construct(**made))
        return found

    def _anew(self, value: Any) -> Any:
        """Return the same with other names, where nothing else may have them."""
        if type(value) is str:
            return (
                self._fresh()
                if _FRESH.fullmatch(value)
                else self._code()
                if _CODE.fullmatch(value)
                else value
            )
        if type(value) is tuple:
            return tuple(self._anew(each) for each in value)
        if type(value) is dict:
            return {key: self._anew(each) for key, each in value.items()}
        if isinstance(value, BaseModel):
            return type(value).model_construct(**{key: self._anew(each) for key, each in value})
        return value

    def _days(self) -> list[date]:
        near = [date.fromisoformat(each) for each in self.topics.said("day")]
        step = timedelta(days=1)
        return [*_DAYS, *dict.fromkeys(day for each in near for day in (each, each - step, each + step))]

    def _numbers(self) -> list[int]:
        near = [int(each) for each in self.topics.said("number")]
        return [
            *dict.fromkeys((*_NUMBERS, *(n for each in near for n in (each, each + 1, max(each - 1, 0)))))
        ]

    def first(self, known: Collection[str]) -> list[str]:
        """Return ids that a lost one may be: first those that findings speak of."""
        told = [each for each in self.topics.ids if each in known]
        return [*dict.fromkeys((*told, *islice(known, OTHERS)))]

    def _fresh(self) -> str:
        return f"stand-in-{next(self.numbers)}"

    def _code(self) -> str:
        return f"Z{next(self.numbers)}X"


def item_of(kind: Any) -> Any:
    """Return what a list or map of a kind holds."""
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        kind = get_args(kind)[0]
    arguments = get_args(kind)
    return arguments[1] if get_origin(kind) is not tuple else arguments[0]


@cache
def _validator(kind: Any) -> Any:
    return get_args(kind)[1]
