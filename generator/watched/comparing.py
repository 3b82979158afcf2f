"""Two readings of a page, paragraph by paragraph: which went, which came, which took another's place."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

DIGITS = 16
"""Of a fingerprint: enough that no two of a page are the same by chance, and too few to be a copy of anything."""


@dataclass(frozen=True)
class ParagraphChange:
    """What became of one paragraph; places count from 1, and None is where it does not stand."""

    before: int | None
    after: int | None


@dataclass(frozen=True)
class PageComparison:
    """What became of a page."""

    differences: tuple[ParagraphChange, ...]
    reordered: bool
    """Paragraphs that stand in both stand in another order."""

    @property
    def changed(self) -> tuple[ParagraphChange, ...]:
        return tuple(each for each in self.differences if each.before and each.after)

    @property
    def went(self) -> tuple[ParagraphChange, ...]:
        return tuple(each for each in self.differences if each.after is None)

    @property
    def came(self) -> tuple[ParagraphChange, ...]:
        return tuple(each for each in self.differences if each.before is None)


def fingerprint(paragraph: str) -> str:
    """Return what is kept of a paragraph, from which nobody can read it."""
    return sha256(paragraph.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def compare(before: Sequence[str], after: Sequence[str]) -> PageComparison:
    """Compare two lists of fingerprints: in another order a paragraph is the same.

    What went and what came after the same paragraph, at the same distance, is one that changed.
    """
    common = Counter(before) & Counter(after)
    waiting: dict[tuple[str, int], deque[int]] = defaultdict(deque)
    for spot, place in _own(before, common):
        waiting[spot].append(place)
    found = []
    for spot, place in _own(after, common):
        told = waiting[spot].popleft() if waiting.get(spot) else None
        found.append(ParagraphChange(told, place))
    found += (ParagraphChange(place, None) for places in waiting.values() for place in places)
    found.sort(key=lambda each: (each.after or each.before or 0, each.before or 0))
    return PageComparison(tuple(found), _order(before, after) != _order(after, before))


def _own(side: Sequence[str], common: Counter[str]) -> Iterator[tuple[tuple[str, int], int]]:
    """Give the places of what only one side has, each with the paragraph that it comes after, and how far."""
    left = common.copy()
    above, distance = "", 0
    for place, each in enumerate(side, start=1):
        if left[each] > 0:
            left[each] -= 1
            above, distance = each, 0
        else:
            distance += 1
            yield (above, distance), place


def _order(side: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return what stands once in both; of what stands twice nobody can tell which is which."""
    here, there = Counter(side), Counter(other)
    return [each for each in side if here[each] == there[each] == 1]
