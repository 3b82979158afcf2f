"""What a case costs: the row that decides, the units that are billed, the rate of the day, and one rounding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator import pricing
from generator.catalogue.guide import Rounding
from generator.catalogue.pricing_rules import Basis, PriceRow, PriceState, PricingRule, Rate, Unit
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

ROW = PriceRow(id="always", then="charged", reason="It is charged.", facts="f1")


def rule(**given) -> PricingRule:
    """A rule that charges time, as a test wants it."""
    wanted = {"basis": "time", "unit": "minute", "rows": (ROW,), "facts": "f1"} | given
    return PricingRule(id="timed", name="Timed", summary="Timed.", **wanted)


def rate(value: str, valid_from: str, valid_to: str | None = None) -> Rate:
    return Rate(value=value, valid_from=valid_from, valid_to=valid_to, facts="f1")


def examples(path):
    """Each example of a catalogue, with each modality that it is told for."""
    offer = catalogue(path)
    return [
        pytest.param(offer, modality, rule_, example, id=f"{modality.id}/{example.id}")
        for rule_ in offer.pricing_rules
        for example in rule_.examples
        for modality in offer.modalities
        if modality.pricing == rule_.id
    ]


# Cases


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_every_case_of_every_modality_has_a_result(path):
    """Whoever asks for whatever modality, with whatever outcome, the guide has an answer."""
    offer = catalogue(path)

    for modality in offer.modalities:
        prices = pricing.table(offer, offer.pricing_rule[modality.pricing])
        assert list(prices.cases()) == [case.case for case in pricing.cases(offer, modality)]


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_no_two_cases_share_an_id(path):
    """Both sides can quote a case in a ticket and mean the same."""
    offer = catalogue(path)
    ids = [case.id for modality in offer.modalities for case in pricing.cases(offer, modality)]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("path", "modality", "case", "expected"),
    [
        (
            PORTUGUESE,
            "consultoria-tecnica",
            {"requester": "consultor-ams", "outcome": "sem-inconsistencia"},
            "CT-AMS-SEM",
        ),
        (
            HARBOUR,
            "incident-support",
            {
                "requester": "reseller",
                "outcome": "defect",
                "package": "five",
                "hours": "after",
                "severity": "a",
            },
            "INC-RES-DEF-A-AFT-5",
        ),
    ],
    ids=["portuguese", "harbour"],
)
def test_a_case_id_is_made_of_codes_in_the_rule_s_order(path, modality, case, expected):
    """An id stays when names change and whichever way the case was put together."""
    offer = catalogue(path)

    assert expected == pricing.case_id(offer, offer.modality[modality], case)


def test_a_group_of_requesters_stands_for_its_members():
    """A row for partners is a row for resellers and for integrators."""
    offer = catalogue(HARBOUR)
    rows = {row.id: row.when for row in pricing.table(offer, offer.pricing_rule["yearly-fee"]).rows}

    assert {"requester": frozenset({"reseller", "integrator"})} == rows["partners-pay"]


def test_the_cases_of_a_rule_are_over_what_it_depends_on():
    """A rule that looks at the hours has no cases for severities, and requester and outcome are always there."""
    offer = catalogue(HARBOUR)

    assert [dimension.id for dimension in pricing.dimensions(offer, offer.pricing_rule["by-the-minute"])] == [
        "requester",
        "outcome",
        "hours",
    ]


def test_whoever_is_denied_a_modality_is_not_offered_it_at_any_price():
    """A trial user sees no price of an incident but that it is not offered, by the facts of the refusal."""
    offer = catalogue(HARBOUR)
    seen = {
        (case.state, case.payer, case.row, case.amount, case.facts)
        for case in pricing.cases(offer, offer.modality["incident-support"])
        if case.case["requester"] == "trial-user"
    }

    assert {(PriceState.NOT_OFFERED, None, None, None, ("g19",))} == seen


def test_where_no_source_tells_who_may_ask_no_price_is_told_either():
    """A consultant whose access to the standard support no source tells is not told that it is free."""
    offer = catalogue(PORTUGUESE)
    case = {"requester": "consultor-projeto", "outcome": "sem-inconsistencia"}

    decided = pricing.decide(offer, offer.modality["suporte-padrao"], case)

    assert (
        decided.state,
        decided.payer,
        decided.row,
        decided.amount,
    ) == (PriceState.UNKNOWN, None, None, None)
    assert decided.facts == offer.access(offer.modality["suporte-padrao"], "consultor-projeto").facts


def test_a_case_rests_on_the_facts_of_its_row_and_of_who_is_billed():
    """The price and the payer are two statements, so that the case cites both, each fact once."""
    offer = catalogue(HARBOUR)
    decided = [
        pricing.decide(
            offer, offer.modality[name], {"requester": "operator-staff", "outcome": "defect", **further}
        )
        for name, further in (("advisory-time", {"hours": "business"}), ("harbour-watch", {}))
    ]

    assert [case.facts for case in decided] == [("g12", "g16"), ("g16", "g18")]


@pytest.mark.parametrize(
    ("modality", "case"),
    [
        ("advisory-time", {"requester": "integrator", "outcome": "defect", "hours": "business"}),
        ("harbour-library", {"requester": "integrator", "outcome": "defect"}),
    ],
    ids=["the row names the payer", "nobody pays"],
)
def test_who_is_billed_by_default_is_not_cited_where_it_decides_nothing(modality, case):
    """A row that names the payer, or in which nobody pays, rests on its own facts alone."""
    offer = catalogue(HARBOUR)
    decided = pricing.decide(offer, offer.modality[modality], case)

    assert decided.row is not None
    assert decided.row.facts == decided.facts


@pytest.mark.parametrize(
    ("outcome", "severity", "hours", "package", "expected"),
    [
        ("other-cause", "c", "business", "single", ("charged", "390.00")),
        ("other-cause", "a", "business", "five", ("charged", "351.00")),
        ("other-cause", "a", "after", "single", ("charged", "780.00")),
        ("defect", "b", "business", "single", ("waived", None)),
        ("defect", "a", "after", "single", ("waived", None)),
        ("other-cause", "b", "after", "single", ("not_offered", None)),
        ("defect", "c", "after", "five", ("not_offered", None)),
        ("other-cause", "a", "after", "five", ("unknown", None)),
        ("closed-early", "a", "business", "single", ("unknown", None)),
    ],
)
def test_a_fixed_price_hangs_on_severity_hours_package_and_cause(outcome, severity, hours, package, expected):
    """The price list of incidents, cell by cell: charged, waived, not sold, and not told by any source."""
    offer = catalogue(HARBOUR)
    case = {
        "requester": "reseller",
        "outcome": outcome,
        "severity": severity,
        "hours": hours,
        "package": package,
    }

    decided = pricing.decide(offer, offer.modality["incident-support"], case)

    assert expected == (decided.state, str(decided.amount.value) if decided.amount else None)


def test_a_price_may_be_in_another_currency_and_without_tax():
    """The fee of partners is in dollars of the United States without tax, though the guide counts Australian ones."""
    offer = catalogue(HARBOUR)
    case = {"requester": "reseller", "outcome": "other-cause"}
    amount = pricing.decide(offer, offer.modality["partner-desk"], case).amount

    assert amount is not None
    assert (Decimal("950.00"), "USD", "excluded") == (amount.value, amount.currency, amount.tax)


# Examples


@pytest.mark.parametrize(
    ("offer", "modality", "rule_", "example"), [*examples(PORTUGUESE), *examples(HARBOUR)]
)
def test_every_worked_example_comes_to_what_it_says(offer, modality, rule_, example):
    """An example that readers see is computed, for each modality with that price, on the day of the guide."""
    decided = pricing.decide(offer, modality, dict(example.given))
    units = amount = None
    if decided.state is PriceState.CHARGED:
        amount = decided.amount.value if decided.amount else None
        if example.minutes is not None:
            units = pricing.billed_units(rule_, example.minutes)
            if rate_ := pricing.rate_on(rule_, offer.guide.date):
                amount = pricing.amount(rate_.value, units, offer.guide.rounding)

    expect = example.expect
    # Where no source tells how time is rounded, an example says nothing of units: the sum would be a guess.
    guess = expect.units is None and not isinstance(rule_.increment, int)
    assert (expect.state, expect.payer, expect.units, expect.amount) == (
        decided.state,
        decided.payer,
        None if guess else units,
        amount,
    )


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_every_rule_with_a_price_to_work_out_has_an_example(path):
    """Readers see at least one worked example for each price that is not left to a quotation."""
    bare = [
        rule_.id
        for rule_ in catalogue(path).pricing_rules
        if not rule_.examples and rule_.basis is not Basis.QUOTE
    ]

    assert bare == []


# Units


@pytest.mark.parametrize(("minutes", "billed"), [(15, 15), (16, 25), (20, 25), (25, 25), (26, 35)])
def test_increments_start_after_the_least_quantity(minutes, billed):
    """At least 15 minutes, and after these each started 10 count whole: 26 minutes are billed as 15 + 10 + 10."""
    assert billed == pricing.billed_units(rule(minimum=15, increment=10), minutes)


@pytest.mark.parametrize(("minutes", "billed"), [(0, 15), (1, 15), (14, 15)])
def test_less_than_the_least_quantity_is_billed_as_the_least_quantity(minutes, billed):
    """The first block counts whole, however little of it was used."""
    assert billed == pricing.billed_units(rule(minimum=15, increment=10), minutes)


@pytest.mark.parametrize(("minutes", "billed"), [(0, 0), (1, 1), (37, 37)])
def test_without_least_quantity_and_increment_each_minute_counts(minutes, billed):
    """A rule that says no more than "by the minute" bills the minutes."""
    assert billed == pricing.billed_units(rule(), minutes)


def test_without_least_quantity_increments_start_at_once():
    """From the first minute on, each started 15 count whole."""
    assert [pricing.billed_units(rule(increment=15), minutes) for minutes in (0, 1, 15, 16)] == [
        0,
        15,
        15,
        30,
    ]


@pytest.mark.parametrize(("unknown", "minutes", "billed"), [("minimum", 4, 4), ("increment", 43, 43)])
def test_what_no_source_tells_is_left_out(unknown, minutes, billed):
    """An unknown least quantity or increment is not guessed: the result is the least that can be billed."""
    known = {"minimum": 10, "increment": 1} | {unknown: "unknown"}

    assert billed == pricing.billed_units(rule(**known), minutes)


@pytest.mark.parametrize(("minutes", "billed"), [(1, 2), (120, 2), (121, 5), (300, 5), (301, 8)])
def test_a_started_hour_counts_whole_where_time_is_counted_in_hours(minutes, billed):
    """At least 2 hours and then by 3: one minute more than 2 hours is billed as 5."""
    assert billed == pricing.billed_units(rule(unit="hour", minimum=2, increment=3), minutes)


def test_an_hour_is_a_unit_only_where_the_rule_says_so():
    """The same 61 minutes are 2 hours or 61 minutes."""
    assert [pricing.billed_units(rule(unit=unit), 61) for unit in (Unit.HOUR, Unit.MINUTE)] == [2, 61]


# Rates

DATED = rule(rates=(rate("4.20", "2025-07-01", "2026-06-30"), rate("4.45", "2026-07-02", "2027-06-30")))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-06-30", None),
        ("2025-07-01", "4.20"),
        ("2026-06-30", "4.20"),
        ("2026-07-01", None),
        ("2026-07-02", "4.45"),
        ("2027-06-30", "4.45"),
        ("2027-07-01", None),
        ("2040-01-01", None),
    ],
)
def test_a_rate_holds_from_its_first_day_to_its_last_and_on_no_other(day, expected):
    """On a day before the first rate, between two, or after the last, there is none; an expired one never steps in."""
    found = pricing.rate_on(DATED, date.fromisoformat(day))

    assert expected == (str(found.value) if found else None)


def test_no_rate_that_is_returned_has_expired_or_has_yet_to_begin():
    """Day by day over three years, whatever rate is told is in force on that day."""
    for ordinal in range(date(2025, 1, 1).toordinal(), date(2028, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        if found := pricing.rate_on(DATED, day):
            assert found.valid_to is not None
            assert found.valid_from <= day <= found.valid_to


def test_a_rate_without_a_last_day_holds_on():
    """A rate that nobody ended is in force for good."""
    found = pricing.rate_on(rule(rates=(rate("4.45", "2026-07-01"),)), date(2099, 12, 31))

    assert found is not None


@pytest.mark.parametrize("turned", [False, True], ids=["oldest first", "newest first"])
def test_a_newer_rate_takes_the_place_of_one_that_was_left_open(turned):
    """A writer who adds the new rate and forgets to end the old one is understood, in whichever order they stand."""
    rates = (rate("4.20", "2025-07-01"), rate("4.45", "2026-07-01"))
    both = rule(rates=rates[::-1] if turned else rates)

    assert [
        str(found.value)
        for day in (date(2026, 6, 30), date(2026, 7, 1))
        if (found := pricing.rate_on(both, day)) is not None
    ] == ["4.20", "4.45"]


def test_without_rates_there_is_none():
    """A rule whose rate no source tells has no rate on any day."""
    assert pricing.rate_on(rule(), date(2026, 1, 1)) is None


# Money


def test_a_total_is_rounded_once_and_not_minute_by_minute():
    """Ten minutes at 0.335 are 3.35, where rounding each minute first would make them 3.40."""
    assert Decimal("3.35") == pricing.amount(Decimal("0.335"), 10)


@pytest.mark.parametrize(
    ("value", "up", "even"),
    [
        ("0.335", "0.34", "0.34"),
        ("0.345", "0.35", "0.34"),
        ("0.3449", "0.34", "0.34"),
        ("0.005", "0.01", "0.00"),
    ],
)
def test_half_a_cent_goes_up_or_to_the_even_cent_as_the_guide_says(value, up, even):
    """Only an exact half is rounded differently by the two ways."""
    assert (Decimal(up), Decimal(even)) == tuple(
        pricing.amount(Decimal(value), 1, rounding) for rounding in (Rounding.HALF_UP, Rounding.HALF_EVEN)
    )


@pytest.mark.parametrize(("digits", "expected"), [(0, "1235"), (2, "1234.57"), (3, "1234.568")])
def test_a_currency_has_as_many_decimals_as_it_has(digits, expected):
    """Yen have none, dinars three."""
    assert expected == str(pricing.amount(Decimal("1234.5678"), 1, digits=digits))


def test_a_whole_amount_is_told_with_its_cents():
    """Ten minutes at 4.50 are 45.00, not 45 and not 4.5E+1."""
    assert str(pricing.amount(Decimal("4.5"), 10)) == "45.00"


def test_the_largest_rate_times_the_largest_quantity_is_exact():
    """Even at the bounds of what a catalogue may hold, nothing is lost before the one rounding."""
    largest = pricing.amount(Decimal("999999999999.999999"), 999_999_999, digits=6)

    assert str(largest) == "999999998999999999000.000001"


@pytest.mark.parametrize(
    ("path", "timed"),
    [
        (PORTUGUESE, ["por-minuto-com-dispensa", "por-tempo-sempre"]),
        (HARBOUR, ["by-the-minute"]),
    ],
    ids=["portuguese", "harbour"],
)
def test_only_rules_that_count_time_are_timed(path, timed):
    """A fixed price, a fee and a quotation do not ask for minutes."""
    assert timed == [rule_.id for rule_ in catalogue(path).pricing_rules if pricing.traits(rule_).by_time]
