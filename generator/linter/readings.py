"""What was lost may have been anything: other catalogues that the text may have told, to hold findings against.

A finding is true where it does not change with what was lost. No rule has to say what it reads, and no finding what
it rests on: a few readings of the whole catalogue are made, in each of which everything lost is something else: a
key is there or not, an id means each of those that there are, a word is each of those that may stand there, a day lies
before or after all others, or just beside one that a finding speaks of. What stands in all of them is believed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.analysis.references import parts_of
from generator.analysis.traversal import entries
from generator.catalogue.references import Cases, keys_of
from generator.catalogue.root import Catalogue
from generator.catalogue.scalars import ID
from generator.diagnostics import Finding, Path
from generator.language.normalise import fold
from generator.linter.recovery import GONE, Astray, at, changed
from generator.linter.stand_ins import OTHERS, Means, StandIns, item_of
from generator.linter.topics import topics_of

MOST, LEAST = 40, 8
"""Readings of a catalogue of any size, and of a very large one: each takes as long as a check."""

_LARGE = 60_000
"""Entries that are gone through in all readings together, but for the least of them."""

Changes = Mapping[Path, Any]
"""What is changed at a place; of all that may stand there, one is chosen in each reading."""


def readings(
    catalogue: Catalogue,
    tainted: Collection[Path],
    written: Mapping[Path, Astray],
    findings: Iterable[Finding],
) -> Iterator[Catalogue]:
    """Give catalogues that the text may have told instead of this one, of which some paths are ``tainted``.

    ``written`` is what stood at those of them that led nowhere: it leads somewhere if an id that was lost is that.
    """
    topics, numbers = topics_of(catalogue, findings), count(1001)
    below: dict[str, StandIns] = {}
    spots: list[Sequence[Changes]] = []
    for path in sorted(tainted, key=str):
        home = str(path[0]) if path else ""
        if home not in below:
            astray = dict.fromkeys(each.id for each in written.values() if home in keys_of(each.kind))
            below[home] = StandIns(catalogue, topics, tuple(astray), numbers)
        spots += _Places(catalogue, below[home]).spots(path)
    longest = max((len(spot) for spot in spots), default=0)
    for turn in range(min(longest, MOST, max(LEAST, _LARGE // len(entries(catalogue))))):
        yield changed(catalogue, _reading(spots, turn, written))


def _reading(spots: Sequence[Sequence[Changes]], turn: int, written: Mapping[Path, Astray]) -> Changes:
    """Return what is changed in one reading: at each place another choice, and each time beside others."""
    made: dict[Path, Any] = {}
    for offset, spot in enumerate(spots):
        made |= spot[(turn + offset * (1 + turn // len(spot))) % len(spot)]
    ids = {value for path, value in made.items() if path[-1:] == ("id",)}
    ids |= {each.id for value in made.values() for each in _made_in(value)}
    return made | {path: each.value for path, each in written.items() if each.id in ids}


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


class _Places(NamedTuple):
    """Finds the places of a catalogue at which something was lost, with what may stand at each."""

    catalogue: Catalogue
    may: StandIns

    def spots(self, path: Path) -> Iterator[Sequence[Changes]]:
        """Give the places at and below a lost path; where it leads nowhere, the last to which it leads."""
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
                means = self.may.means(type(value), str(step))
                kind = type(value).model_fields[str(step)].annotation
                value = getattr(value, str(step))
            elif isinstance(value, Mapping):
                if step not in value or is_last:
                    yield self._key(here, value, kind, means, str(step))
                    return
                kind, value = item_of(kind), value[str(step)]
                means = self.may.parts(means, str(step))
            elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
                kind, value = item_of(kind), value[step]
                if is_last and not isinstance(value, BaseModel):
                    yield [{}, *({path: each} for each in self.may.values(kind, means))]
            else:
                yield [{}, *({here: each} for each in self.may.values(kind, means))]
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
            found = self.may.values_of(type(entry), key)
            if key == "id":
                found.append(
                    "-".join(ID.findall(fold(" ".join(text for _, text in entry if type(text) is str))))
                )
            elif path and isinstance(path[-1], int):
                # What others have there may be meant here, too.
                found += [getattr(each, key) for each in at(self.catalogue, path[:-1])[:OTHERS]]
            yield [{}, *({(*path, key): each} for each in found if each != now)]

    def _key(
        self, path: Path, value: Mapping[str, Any], kind: Any, means: Means, key: str
    ) -> Sequence[Changes]:
        """What may stand in a map of which a key was lost: that key with another value, or another key."""
        known: Collection[str] = parts_of(self.catalogue, means) if isinstance(means, Cases) else means or ()
        others = [key] if key in known else [each for each in self.may.first(known) if each not in value]
        found: list[Changes] = [{}]
        if key in value:
            found.append({(*path, key): GONE})
        for other in others:
            found += [
                {(*path, other): each}
                for each in self.may.values(item_of(kind), self.may.parts(means, other))
            ]
        if not isinstance(means, Cases) and len(others) > 1:
            found += [
                {(*path, other): each for other in known if other not in value}
                for each in self.may.values(item_of(kind))[:1]
            ]
        return found
