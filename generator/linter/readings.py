"""What was lost may have been anything: other catalogues that the text may have told, to hold findings against.

A finding is true where it does not change with what was lost. No rule has to say what it reads, and no finding what
it rests on: a few readings of the whole catalogue are made, in each of which everything lost is something else: a
key is there or not, an id means each of those that there are, a word is each of those that may stand there, a day lies
before or after all others, or just beside one that a finding speaks of. What stands in all of them is believed.
"""

from __future__ import annotations

import re
import types
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import chain, islice
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.analysis.references import known_ids, parts_of
from generator.analysis.traversal import entries
from generator.catalogue.fields import Code, Currency, Id, Language
from generator.catalogue.references import Cases, RefersTo, keys_of, marks
from generator.catalogue.root import Catalogue
from generator.catalogue.scalars import ID
from generator.diagnostics import Finding, Path
from generator.language.normalise import fold
from generator.linter.recovery import GONE, Astray, at, changed

MOST, LEAST = 40, 8
"""Readings of a catalogue of any size, and of a very large one: each takes as long as a check."""

_LARGE = 60_000
"""Entries that are gone through in all readings together, but for the least of them."""

_OTHERS = 24
"""Ids that a lost one is tried as, beside those that findings speak of."""

_ENTRIES = 8
"""Entries that are made up for a list that was lost."""

_DAYS = (date(1900, 1, 1), date(2900, 1, 1))
_NUMBERS = (0, 1, 2, 1_000_000)
_IN_WORDS = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)|(?P<number>\d{1,6})")

Changes = Mapping[Path, Any]


class Topics(NamedTuple):
    """What findings speak of, and what could refute them most likely."""

    ids: Sequence[str]
    texts: Sequence[str]
    sentences: Sequence[str]
    """Of findings that are seen in the very text that they are about."""


def readings(
    catalogue: Catalogue,
    tainted: Collection[Path],
    written: Mapping[Path, Astray],
    findings: Iterable[Finding],
) -> Iterator[Catalogue]:
    """Give catalogues that the text may have told instead of this one, of which some paths are ``tainted``.

    ``written`` is what stood at those of them that led nowhere: it leads somewhere if an id that was lost is that.
    """
    reader = _Reader(catalogue, written, _topics(catalogue, findings))
    spots = [spot for path in sorted(tainted, key=str) for spot in reader.spots(path)]
    longest = max((len(spot) for spot in spots), default=0)
    for turn in range(min(longest, MOST, max(LEAST, _LARGE // len(entries(catalogue))))):
        yield changed(catalogue, reader.reading(spots, turn))


def _topics(catalogue: Catalogue, findings: Iterable[Finding]) -> Topics:
    ids: dict[str, None] = {}
    texts: dict[str, None] = {}
    sentences: dict[str, None] = {}
    for finding in findings:
        for path in (finding.path, *finding.related):
            ids |= dict.fromkeys(_ids_on(catalogue, path))
        ids |= dict.fromkeys(finding.facts)
        for text in finding.values.values():
            # What has an excerpt is seen in the very text that it is about, whether or not others have the word.
            # A number is held to what others say of it.
            if not finding.excerpt or _IN_WORDS.search(text):
                texts[text] = None
            elif " " in text:
                sentences[text] = None
            if ID.fullmatch(text):
                ids[text] = None
    return Topics(tuple(ids), tuple(texts), tuple(sentences)[:_OTHERS])


def _ids_on(value: Any, path: Path) -> Iterator[str]:
    """Give the ids of the entries that a path leads through, and the ids that are keys on it."""
    for step in path:
        if isinstance(value, BaseModel):
            value = getattr(value, str(step), None)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif isinstance(value, Mapping) and step in value:
            yield str(step)
            value = value[step]
        else:
            return
        if isinstance(value, BaseModel) and "id" in type(value).model_fields:
            yield value.id  # type: ignore[attr-defined]
    if isinstance(value, str):
        yield value


Means = Cases | Collection[str] | None
"""What an id in some place means: what it may be, or a map of them; None where none is meant."""


class _Reader:
    """Finds what may stand at each place of one catalogue."""

    def __init__(self, catalogue: Catalogue, written: Mapping[Path, Astray], topics: Topics) -> None:
        self.catalogue = catalogue
        self.written = written
        self.topics = topics
        self.home = ""
        """The key of the catalogue below which something was lost."""
        self._number = 0

    # Places and what may be there: each is a list of changes, of which one is made in each reading.

    def reading(self, spots: Sequence[Sequence[Changes]], turn: int) -> Changes:
        """Return what is changed in one reading: at each place another choice, and each time beside others."""
        made: dict[Path, Any] = {}
        for offset, spot in enumerate(spots):
            made |= spot[(turn + offset * (1 + turn // len(spot))) % len(spot)]
        ids = {value for path, value in made.items() if path[-1:] == ("id",)}
        ids |= {each.id for value in made.values() for each in _made_in(value)}
        return made | {path: each.value for path, each in self.written.items() if each.id in ids}

    def spots(self, path: Path) -> Iterator[Sequence[Changes]]:
        """Give the places at and below a lost path; where it leads nowhere, the last to which it leads."""
        self.home = str(path[0]) if path else ""
        value: Any = self.catalogue
        kind: Any = Catalogue
        means: Means = None
        for index, step in enumerate(path):
            here, is_last = path[:index], index == len(path) - 1
            if isinstance(value, BaseModel):
                if step not in type(value).model_fields:
                    yield from self._entry(here, value)
                    return
                if is_last:
                    yield from self._field(here, value, str(step))
                    return
                means = self._means(type(value), str(step))
                kind = type(value).model_fields[str(step)].annotation
                value = getattr(value, str(step))
            elif isinstance(value, Mapping):
                if step not in value or is_last:
                    yield self._key(here, value, kind, means, str(step))
                    return
                kind, value = _item(kind), value[str(step)]
                means = self._parts(means, str(step))
            elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
                kind, value = _item(kind), value[step]
                if is_last and not isinstance(value, BaseModel):
                    yield [{}, *({path: each} for each in self.values(kind, means))]
            else:
                yield [{}, *({here: each} for each in self.values(kind, means))]
                return
        if isinstance(value, BaseModel):
            yield from self._entry(path, value)

    def _entry(self, path: Path, entry: BaseModel) -> Iterator[Sequence[Changes]]:
        for key in type(entry).model_fields:
            yield from self._field(path, entry, key)

    def _field(self, path: Path, entry: BaseModel, key: str) -> Iterator[Sequence[Changes]]:
        field, now = type(entry).model_fields[key], getattr(entry, key)
        if isinstance(now, BaseModel) and field.is_required():
            yield from self._entry((*path, key), now)
        else:
            found = self._values_of(type(entry), key)
            if key == "id":
                found.append(
                    "-".join(ID.findall(fold(" ".join(text for _, text in entry if type(text) is str))))
                )
            elif path and isinstance(path[-1], int):
                # What others have there may be meant here, too.
                found += [getattr(each, key) for each in at(self.catalogue, path[:-1])[:_OTHERS]]
            yield [{}, *({(*path, key): each} for each in found if each != now)]

    def _key(
        self, path: Path, value: Mapping[str, Any], kind: Any, means: Means, key: str
    ) -> Sequence[Changes]:
        """What may stand in a map of which a key was lost: that key with another value, or another key."""
        known: Collection[str] = parts_of(self.catalogue, means) if isinstance(means, Cases) else means or ()
        others = [key] if key in known else [each for each in self._first(known) if each not in value]
        found: list[Changes] = [{}]
        if key in value:
            found.append({(*path, key): GONE})
        for other in others:
            found += [{(*path, other): each} for each in self.values(_item(kind), self._parts(means, other))]
        if not isinstance(means, Cases) and len(others) > 1:
            found += [
                {(*path, other): each for other in known if other not in value}
                for each in self.values(_item(kind))[:1]
            ]
        return found

    def _means(self, kind: type[BaseModel], key: str) -> Means:
        mark = marks(kind).get(key)
        return known_ids(self.catalogue, mark) if isinstance(mark, RefersTo) else mark

    def _parts(self, means: Means, key: str) -> Means:
        """Return what is meant behind a key of a map."""
        if not isinstance(means, Cases):
            return None
        parts = parts_of(self.catalogue, means)
        if key not in parts:
            return ()
        part, ids = means.part(key), parts[key]
        return known_ids(self.catalogue, part) if ids is None else ids

    # What may stand where, by what the catalogue says of it.

    def _values_of(self, kind: type[BaseModel], key: str) -> list[Any]:
        """Return what may stand at a key of an entry."""
        field = kind.model_fields[key]
        found = self.values(field.annotation, self._means(kind, key), tuple(field.metadata))
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
            return self._first(means)
        if _validator(Id) in notes:
            return [self._fresh(), *self._astray(), *self._named()]
        if _validator(Code) in notes:
            return [f"Z{self._next()}X"]
        if _validator(Language) in notes:
            return ["pt-BR", "en", "fr"]
        if _validator(Currency) in notes:
            return ["EUR", "JPY", "KWD"]
        told = [" ".join(self.topics.texts)] if self.topics.texts else []
        return [self._fresh(), *told, *self.topics.sentences]

    def _lists(self, kind: Any, means: Means, notes: tuple[Any, ...]) -> list[Any]:
        least = next((each.min_length for each in notes if hasattr(each, "min_length")), 0)
        found = self.values(_item(kind), means)
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
            return [{}, *(dict.fromkeys(means or (), each) for each in self.values(_item(kind)))]
        every = {
            key: self.values(_item(kind), self._parts(means, key)) for key in parts_of(self.catalogue, means)
        }
        whole = {key: found[0] for key, found in every.items() if found}
        return [{}, whole, *({key: each} for key, found in every.items() for each in found)]

    def _made(self, kind: type[BaseModel]) -> list[Any]:
        """Return entries of a kind: one with what it has to have, and one with all that it may."""
        ids = self._astray()
        wanted = max(len(ids), _ENTRIES // 2) if ids else 0
        found = []
        for turn in range(_ENTRIES):
            made: dict[str, Any] = {}
            for key in kind.model_fields:
                if key == "id":
                    made[key] = ids[turn % len(ids)] if turn < wanted else self._fresh()
                else:
                    each = self._values_of(kind, key)
                    if not each:
                        return []  # it has to name something of which there is nothing
                    made[key] = each[turn % len(each)]
            found.append(kind.model_construct(**made))
        return found

    def _astray(self) -> list[str]:
        """Return ids that lead nowhere, and would if something were called so in the list that was lost."""
        return [*dict.fromkeys(each.id for each in self.written.values() if self.home in keys_of(each.kind))]

    def _days(self) -> list[date]:
        near = [date.fromisoformat(each["day"]) for each in self._said() if each["day"]]
        step = timedelta(days=1)
        return [*_DAYS, *dict.fromkeys(day for each in near for day in (each, each - step, each + step))]

    def _numbers(self) -> list[int]:
        near = [int(each["number"]) for each in self._said() if each["number"]]
        return [
            *dict.fromkeys((*_NUMBERS, *(n for each in near for n in (each, each + 1, max(each - 1, 0)))))
        ]

    def _said(self) -> Iterator[re.Match[str]]:
        for text in self.topics.texts:
            yield from islice(_IN_WORDS.finditer(text), 4)

    def _named(self) -> list[str]:
        return [part for text in self.topics.texts if "#" in text for part in ID.findall(text)]

    def _first(self, known: Collection[str]) -> list[str]:
        """Return ids that a lost one may be: first those that findings speak of."""
        told = [each for each in self.topics.ids if each in known]
        return [*dict.fromkeys((*told, *islice(known, _OTHERS)))]

    def _fresh(self) -> str:
        return f"stand-in-{self._next()}"

    def _next(self) -> int:
        self._number += 1
        return 1000 + self._number


def _made_in(value: Any) -> Iterator[Any]:
    """Give the entries with an id that a value holds, at any depth of its lists."""
    if isinstance(value, tuple):
        for each in value:
            yield from _made_in(each)
    elif isinstance(value, BaseModel):
        if "id" in type(value).model_fields:
            yield value
        for key in type(value).model_fields:
            yield from _made_in(getattr(value, key))


def _item(kind: Any) -> Any:
    """Return what a list or map of a kind holds."""
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        kind = get_args(kind)[0]
    arguments = get_args(kind)
    return arguments[1] if get_origin(kind) is not tuple else arguments[0]


@cache
def _validator(kind: Any) -> Any:
    return get_args(kind)[1]
