"""One case in, the row that decides out."""

from __future__ import annotations

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
