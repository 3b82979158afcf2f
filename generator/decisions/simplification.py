"""Which rows of a table could be one: they say the same, and together are for cases that one row can name."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from generator.decisions.table import Result, Table


class Merger(NamedTuple):
    """Two rows (by position), and the `when` of the row that would be for exactly their cases."""

    rows: tuple[int, int]
    when: Mapping[str, tuple[str, ...]]


def mergers(table: Table[Result]) -> tuple[Merger, ...]:
    """Return the pairs of rows that could be one, in the order of the table; rows that share a case are left out."""
    found = []
    for (first, one), (second, other) in combinations(enumerate(table.rows), 2):
        if not table.agree((one, other)):
            continue
        apart = [
            dimension
            for dimension in table.dimensions
            if _of(one.when, dimension.id, dimension.values)
            != _of(other.when, dimension.id, dimension.values)
        ]
        # Two blocks of cases make one block only side by side: alike in all dimensions but one.
        if len(apart) != 1:
            continue
        along = apart[0]
        both = [_of(row.when, along.id, along.values) for row in (one, other)]
        if both[0] & both[1]:
            continue
        together = both[0] | both[1]
        when = {
            dimension.id: tuple(value for value in dimension.values if value in wanted)
            for dimension in table.dimensions
            for wanted in (together if dimension is along else _of(one.when, dimension.id, dimension.values),)
            if not wanted.issuperset(dimension.values)
        }
        found.append(Merger((first, second), when))
    return tuple(found)


def _of(when: Mapping[str, frozenset[str]], dimension: str, values: tuple[str, ...]) -> frozenset[str]:
    return when.get(dimension, frozenset(values))
