"""Sets of cases as few blocks: in each, every value of one dimension goes with every value of the others."""

from __future__ import annotations

from collections.abc import Iterable

Cell = tuple[str, ...]
Box = tuple[tuple[str, ...], ...]


def boxes(cells: Iterable[Cell]) -> list[Box]:
    """Take cells, a value for each dimension, apart into blocks that share none; values stay in their order."""
    rests: dict[str, dict[Cell, None]] = {}
    for cell in cells:
        if not cell:
            return [()]
        rests.setdefault(cell[0], {})[cell[1:]] = None
    alike: dict[frozenset[Cell], list[str]] = {}
    for value, rest in rests.items():
        alike.setdefault(frozenset(rest), []).append(value)
    return [(tuple(values), *box) for values in alike.values() for box in boxes(rests[values[0]])]
