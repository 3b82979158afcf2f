"""Is a table complete, unambiguous and live? Proven over all cases, each failure with its first counterexample.

Each row is one big integer with a bit for each case, so that a table of a million cases takes a fraction of a
second; `tests/properties` holds this against going through the cases one by one.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from generator.decisions.table import Axis, Result, Row, Table


class UncoveredCases(NamedTuple):
    """Cases that no row is for: the first of them, and how many there are."""

    case: dict[str, str]
    cases: int


class Overlap(NamedTuple):
    """Cases that two rows are for: which rows (by position), the first such case, and how many there are."""

    rows: tuple[int, int]
    case: dict[str, str]
    cases: int


class Proof(NamedTuple):
    """What stands against a table; nothing in it means that exactly one row matches each case, and each row some."""

    gap: UncoveredCases | None
    overlaps: tuple[Overlap, ...]
    unreachable: tuple[int, ...]
    irrelevant: tuple[str, ...]
    """Dimensions whose value never changes which row decides."""

    @property
    def is_valid(self) -> bool:
        return self.gap is None and not self.overlaps and not self.unreachable


def prove(table: Table[Result]) -> Proof:
    """Go through all cases of a table at once."""
    grid = _Grid(table)
    covered = 0
    clash = False
    for cells in grid.rows:
        clash |= bool(covered & cells)
        covered |= cells
    missing = grid.all & ~covered
    return Proof(
        gap=UncoveredCases(grid.case(missing), missing.bit_count()) if missing else None,
        overlaps=tuple(grid.overlaps()) if clash else (),
        unreachable=tuple(index for index, cells in enumerate(grid.rows) if not cells),
        irrelevant=tuple(dimension.id for dimension in table.dimensions if grid.is_irrelevant(dimension.id)),
    )


class _Grid:
    def __init__(self, table: Table[Result]) -> None:
        self.table = table
        self.all = (1 << table.size) - 1
        self.strides: dict[str, int] = {}
        stride = table.size
        for dimension in table.dimensions:
            stride //= len(dimension.values)
            self.strides[dimension.id] = stride
        self._known: dict[tuple[str, frozenset[str]], int] = {}
        self.rows = [self._cells(row) for row in table.rows]

    def _cells(self, row: Row[Result]) -> int:
        cells = self.all
        for dimension in self.table.dimensions:
            if dimension.id in row.when:
                # Many rows ask for the same: in a table of thousands, a few hundred are not alike.
                asked = dimension.id, row.when[dimension.id]
                if asked not in self._known:
                    self._known[asked] = self._stripes(dimension, row.when[dimension.id])
                cells &= self._known[asked]
        return cells

    def _stripes(self, dimension: Axis, wanted: frozenset[str]) -> int:
        """The cases in which a dimension has one of the wanted values."""
        stride = self.strides[dimension.id]
        block = sum(
            ((1 << stride) - 1) << (index * stride)
            for index, value in enumerate(dimension.values)
            if value in wanted
        )
        return self._repeat(block, stride * len(dimension.values))

    def _repeat(self, block: int, period: int) -> int:
        # By doubling: multiplying by the pattern of ones would take seconds for a million cases.
        while period < self.table.size:
            block |= block << period
            period *= 2
        return block & self.all

    def case(self, cells: int) -> dict[str, str]:
        index = (cells & -cells).bit_length() - 1
        return {
            dimension.id: dimension.values[index // self.strides[dimension.id] % len(dimension.values)]
            for dimension in self.table.dimensions
        }

    def overlaps(self) -> list[Overlap]:
        return [
            Overlap((first, second), self.case(both), both.bit_count())
            for (first, a), (second, b) in combinations(enumerate(self.rows), 2)
            if (both := a & b)
        ]

    def is_irrelevant(self, dimension: str) -> bool:
        """A dimension is irrelevant when each row, moved by one value along it, falls on itself."""
        values = next(len(each.values) for each in self.table.dimensions if each.id == dimension)
        stride = self.strides[dimension]
        first = self._repeat((1 << stride) - 1, stride * values)
        return all(
            (cells & first) == ((cells >> (index * stride)) & first)
            for cells in self.rows
            for index in range(1, values)
        )
