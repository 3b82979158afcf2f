"""What worked examples leave out of a price, and the fewest that would show it."""

from __future__ import annotations

import pytest

from generator.analysis.example_coverage import Limit, proposals
from generator.catalogue.pricing_rules import Example, PricingRule
from generator.catalogue.root import Catalogue
from generator.pricing.counting import billed_units
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

GIVEN = {"requester": "operator-staff", "outcome": "other-cause", "hours": "business"}


def rule(minutes: tuple[int, ...] = (), **changes: object) -> PricingRule:
    """The price by the minute, with an example for each number of minutes and no other."""
    examples = tuple(
        Example(id=f"e{each}", text="x", given=GIVEN, minutes=each, expect={"state": "charged"}, facts="g12")
        for each in minutes
    )
    return (
        catalogue(HARBOUR).pricing_rule["by-the-minute"].model_copy(update={"examples": examples, **changes})
    )


def left_out(price: PricingRule) -> list[tuple[str | None, Limit | None, int | None]]:
    found = proposals(catalogue(HARBOUR), price)
    return [(each.row.id if each.row else None, each.limit, each.minutes) for each in found]


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_the_catalogues_show_all_that_they_charge(path):
    """No row that charges, waives or refuses, and no limit of a price by time, is without its example."""
    offer: Catalogue = catalogue(path)

    assert [
        proposals(offer, each) for each in offer.pricing_rules if each.basis not in ("none", "quote")
    ] == [() for each in offer.pricing_rules if each.basis not in ("none", "quote")]


def test_without_any_example_rows_and_limits_go_together():
    """Three limits and two rows that charge need three examples, and the row that refuses one more."""
    assert left_out(rule()) == [
        ("roll-out", Limit.MINIMUM, 30),
        ("time-spent", Limit.ABOVE, 31),
        (None, Limit.INCREMENT, 45),
        ("at-night", None, None),
    ]


def test_what_an_example_shows_is_not_asked_for_again():
    """The least quantity is shown at its last minute only, and an increment at its first and its last."""
    assert left_out(rule((30, 31, 45))) == [("roll-out", None, 31), ("at-night", None, None)]
    assert left_out(rule((29, 31, 60))) == [("roll-out", Limit.MINIMUM, 30), ("at-night", None, None)]
    assert left_out(rule((30, 32, 45))) == [("roll-out", Limit.ABOVE, 31), ("at-night", None, None)]
    assert left_out(rule((30, 31, 46))) == [("roll-out", Limit.INCREMENT, 45), ("at-night", None, None)]


def test_a_limit_that_no_source_tells_is_not_asked_for():
    """Where the increment is unknown, what one minute more costs is unknown too."""
    assert {each[1] for each in left_out(rule(increment="unknown"))} == {Limit.MINIMUM, None}
    assert {each[1] for each in left_out(rule(minimum="unknown"))} == {Limit.INCREMENT, None}
    assert {each[1] for each in left_out(rule(increment=1))} == {Limit.MINIMUM, Limit.ABOVE, None}


def test_hours_are_shown_by_whole_hours():
    """A price by the hour reaches its least quantity at 120 minutes if that is two hours."""
    hourly = rule(unit="hour", minimum=2, increment=1)

    assert [minutes for _, limit, minutes in left_out(hourly) if limit] == [120, 121]
    assert [limit for _, limit, _ in left_out(rule((120, 150), unit="hour", minimum=2, increment=1))] == [
        None,
        None,
    ]


def test_a_proposal_is_a_whole_example():
    """It can be copied as it stands: a case of somebody who may ask, with what it comes to."""
    offer = catalogue(HARBOUR)
    price = rule()
    first, *_ = proposals(offer, price)

    assert first.given == {"requester": "integrator", "outcome": "defect", "hours": "business"}
    assert (first.state, first.payer, first.units) == ("charged", "operator", billed_units(price, 30))
