"""One case in, the row that decides out; with a value unknown, all rows that still may decide."""

from __future__ import annotations

from collections.abc import Mapping

from generator.decisions.table import Case, Result, Row, Table


class Undecided(Exception):
    """No row, or more than one, matches a case: the table has not passed its proof."""

    def __init__(self, case: Case, rows: tuple[str, ...]) -> None:
        super().__init__(f"{dict(case)} matches {rows or 'no row'}")
        self.case = case
        self.rows = rows


def evaluate(table: Table[Result], case: Case) -> Row[Result]:
    """Return the row that matches; raises `Undecided` where there is none, or two that do not say the same."""
    matching = [row for row in table.rows if row.matches(case)]
    if len(matching) != 1 and not table.agree(matching):
        raise Undecided(case, tuple(row.id for row in matching))
    return matching[0]


def possible(table: Table[Result], known: Mapping[str, str]) -> tuple[Row[Result], ...]:
    """Return the rows that can still decide when only some dimensions are known, in the table's order."""
    still = {
        dimension.id: (known[dimension.id],) if dimension.id in known else dimension.values
        for dimension in table.dimensions
    }
    return tuple(
        row
        for row in table.rows
        if all(not values.isdisjoint(still[dimension]) for dimension, values in row.when.items())
    )
