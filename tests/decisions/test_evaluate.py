"""A case has one row that decides it; a case of which only a part is known has those that still may."""

from __future__ import annotations

import pytest

from generator import pricing
from generator.decisions.evaluate import Undecided, evaluate, possible
from generator.decisions.table import Axis, Row, Table
from tests.catalogues import HARBOUR, catalogue

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


def test_with_nothing_known_every_row_may_decide():
    """Before the first answer all results are open, in the table's order."""
    assert possible(TABLE, {}) == (DAY, EMERGENCY, MORNING)


def test_what_is_known_rules_rows_out():
    """Once it is known to be night, the price of the day is out, and the severity will decide."""
    assert possible(TABLE, {"hours": "after"}) == (EMERGENCY, MORNING)


def test_one_row_may_be_left_before_all_is_known():
    """By day the price is the same whatever the severity, so nobody needs to be asked for it."""
    assert possible(TABLE, {"hours": "business"}) == (DAY,)


def test_with_all_known_the_row_that_decides_is_left():
    """When nothing is open any more, what may decide is what decides."""
    assert all((evaluate(TABLE, case),) == possible(TABLE, case) for case in TABLE.cases())


def test_a_row_that_can_match_nothing_never_may_decide():
    """A row for a value that does not exist is not held out to a reader as something that might still come."""
    dead = Row("dead", {"severity": frozenset({"z"})}, "0.00")

    assert possible(Table(TABLE.dimensions, (*TABLE.rows, dead)), {}) == (DAY, EMERGENCY, MORNING)


def test_the_price_of_a_pack_by_day_hangs_on_the_outcome_alone():
    """Whoever uses a pack in business hours may pay, may not, or finds that no source tells: three rows, not nine."""
    offer = catalogue(HARBOUR)
    prices = pricing.table(offer, offer.pricing_rule["per-incident"])

    assert [row.id for row in possible(prices, {"hours": "business", "package": "five"})] == [
        "defect-in-business-hours",
        "closed-early-in-business-hours",
        "pack-in-business-hours",
    ]
