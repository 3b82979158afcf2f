"""A case has one row that decides it."""

from __future__ import annotations

import pytest

from generator.decisions.evaluation import Undecided, evaluate
from generator.decisions.table import Axis, Row, Table

HOURS = Axis("hours", ("business", "after"))
SEVERITY = Axis("severity", ("a", "b"))
DAY = Row("day", {"hours": frozenset({"business"})}, "390.00")
EMERGENCY = Row("emergency", {"hours": frozenset({"after"}), "severity": frozenset({"a"})}, "780.00")
MORNING = Row("morning", {"hours": frozenset({"after"}), "severity": frozenset({"b"})}, "not offered")
TABLE = Table((HOURS, SEVERITY), (DAY, EMERGENCY, MORNING))


def test_the_row_that_matches_decides():
    """An emergency at night is decided by the row for emergencies at night."""
    assert EMERGENCY is evaluate(TABLE, {"hours": "after", "severity": "a"})


def test_a_case_that_no_row_is_for_is_told_with_the_case():
    """A table with a gap gives no answer rather than a wrong one, and says for which case."""
    with pytest.raises(Undecided, match="no row") as caught:
        evaluate(Table((HOURS, SEVERITY), (DAY,)), {"hours": "after", "severity": "b"})

    assert (caught.value.case, caught.value.rows) == ({"hours": "after", "severity": "b"}, ())


def test_a_case_that_two_rows_are_for_is_told_with_both():
    """Of two rows for one case neither goes first: the order in which they were written decides nothing."""
    late = Row("late", {"hours": frozenset({"after"})}, "500.00")

    with pytest.raises(Undecided) as caught:
        evaluate(Table((HOURS, SEVERITY), (DAY, EMERGENCY, late)), {"hours": "after", "severity": "a"})

    assert caught.value.rows == ("emergency", "late")
