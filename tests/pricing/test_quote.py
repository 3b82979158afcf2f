"""A quote: what is known decides, what is not known leaves what is possible, and one thing more would decide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue.guide import Rounding
from generator.catalogue.pricing_rules import PriceState, PricingRule, Tax
from generator.pricing.quote import bill, quote, settled
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

WAIVABLE = "consultoria-do-suporte"


def portuguese(known, modality=WAIVABLE, **more):
    offer = catalogue(PORTUGUESE)
    return quote(offer, offer.modality[modality], known, **more)


def harbour(known, modality="advisory-time", **more):
    offer = catalogue(HARBOUR)
    return quote(offer, offer.modality[modality], known, **more)


def money(results):
    return [(result.state.value, result.payer) for result in results]


# All is known


def test_a_known_case_has_one_result_with_its_row_its_facts_and_its_id():
    """Nothing decides any more, and the case can be quoted by its id."""
    made = portuguese({"requester": "cliente", "outcome": "inconsistencia-publicada"})
    (result,) = made.results

    assert (result.state, result.payer) == (PriceState.CHARGED, "cliente")
    assert result.row is not None
    assert (result.row.id, result.facts, result.cases) == ("publicada", ("d2", "d4", "q1-i"), ("CS-CLI-PUB",))
    assert (made.deciding, made.ways) == (None, ())


def test_a_known_case_names_what_must_happen_before():
    """What comes first stands in the quote, in the order of the modality."""
    assert portuguese({"requester": "cliente"}).before == ("analise-suporte-padrao", "termo", "aceite")


def test_a_closed_door_decides_before_any_price():
    """A trial user gets the facts of the refusal, and no row of prices."""
    (result,) = harbour({"requester": "trial-user"}, "incident-support").results

    assert (result.state, result.payer, result.row, result.facts) == (
        PriceState.NOT_OFFERED,
        None,
        None,
        ("g19",),
    )


# Something is not known


def test_an_unknown_outcome_leaves_the_results_that_are_possible_and_decides():
    """Whoever does not know the outcome sees both results, and that the outcome is what decides."""
    made = portuguese({"requester": "cliente"})

    assert money(made.results) == [("waived", None), ("charged", "cliente"), ("charged", "cliente")]
    assert made.deciding == "outcome"
    assert [(way.value, money(way.results)) for way in made.ways] == [
        ("inconsistencia-nova", [("waived", None)]),
        ("inconsistencia-publicada", [("charged", "cliente")]),
        ("sem-inconsistencia", [("charged", "cliente")]),
    ]
    assert made.nearby == ()


def test_what_changes_no_money_decides_nothing():
    """Where every outcome costs the same, not knowing it leaves nothing open."""
    made = portuguese({"requester": "cliente"}, "consultoria-tecnica")

    assert settled(made.results)
    assert (made.deciding, len(made.results)) == (None, 1)
    assert len(made.results[0].cases) == 3


def test_two_reasons_for_the_same_money_are_settled():
    """Reasons may differ: what is paid does not, so nothing is said to decide."""
    made = portuguese({"requester": "cliente", "outcome": "inconsistencia-publicada"})
    other = portuguese({"requester": "cliente", "outcome": "sem-inconsistencia"})

    assert settled((*made.results, *other.results))


def test_the_answer_that_leaves_least_open_decides():
    """Among open things the one is asked first after which the fewest results remain at worst."""
    made = harbour({"requester": "operator-staff", "outcome": "other-cause"}, "incident-support")

    assert made.deciding == "hours"


# Near cases


def test_nearby_cases_change_one_thing_and_the_money():
    """A customer whose Issue is published is told what would have waived the charge, and who else would pay."""
    made = portuguese({"requester": "cliente", "outcome": "inconsistencia-publicada"})

    assert [(near.dimension, near.value) for near in made.nearby] == [
        ("requester", "consultor-unidade-franqueada"),
        ("requester", "consultor-projeto"),
        ("requester", "consultor-homologado"),
        ("requester", "consultor-ams"),
        ("outcome", "inconsistencia-nova"),
    ]
    assert money(near.result for near in made.nearby)[-1] == ("waived", None)


def test_a_case_that_only_gives_another_reason_is_not_near():
    """No inconsistency and a published one both charge the same payer: neither is named beside the other."""
    made = portuguese({"requester": "cliente", "outcome": "sem-inconsistencia"})

    assert "inconsistencia-publicada" not in [near.value for near in made.nearby]


# The bill


def test_a_bill_counts_the_least_quantity_and_the_started_blocks():
    """46 minutes are the first 30 and two started quarters of an hour."""
    made = harbour({"requester": "operator-staff", "hours": "business"}, minutes=46)

    assert made.bill is not None
    assert (made.bill.units, made.bill.amount, made.bill.given) == (60, Decimal("267.00"), False)


@pytest.mark.parametrize(
    ("day", "rate", "amount"),
    [
        (date(2025, 6, 30), None, None),
        (date(2025, 7, 1), "4.20", "126.00"),
        (date(2026, 6, 30), "4.20", "126.00"),
        (date(2026, 7, 1), "4.45", "133.50"),
    ],
)
def test_the_rate_is_that_of_the_day(day, rate, amount):
    """A day before the first rate has none; the last day of a rate still has it."""
    made = harbour({"requester": "operator-staff", "hours": "business"}, minutes=20, as_of=day)

    assert made.bill is not None
    assert (made.bill.rate, made.bill.amount) == (rate and Decimal(rate), amount and Decimal(amount))


def test_the_reader_s_own_rate_goes_before_the_guide_s():
    """What a document says prevails, and its taxes are not known to the guide."""
    made = harbour({"requester": "operator-staff", "hours": "business"}, minutes=20, rate=Decimal("5.005"))

    assert made.bill is not None
    assert (made.bill.amount, made.bill.given, made.bill.tax) == (Decimal("150.15"), True, Tax.UNKNOWN)


def test_a_total_is_rounded_once():
    """Ten minutes at 0.335 are 3.35, not ten times 0.34."""
    made = portuguese({"requester": "cliente"}, minutes=10, rate=Decimal("0.335"))

    assert made.bill is not None
    assert made.bill.amount == Decimal("3.35")


def test_what_no_source_tells_is_named_and_what_does_not_exist_is_not():
    """An unknown increment is said; a rule without any least quantity lacks nothing."""
    offer = catalogue(PORTUGUESE)
    unknown = offer.pricing_rule["por-tempo-sempre"]
    without = PricingRule(**{**dict(unknown), "minimum": None, "increment": None})

    assert bill(offer, unknown, 12, None, offer.guide.date).unknown == ("increment",)
    assert bill(offer, without, 12, None, offer.guide.date).unknown == ()


@pytest.mark.parametrize(("currency", "amount"), [("JPY", "35"), ("BRL", "35.18"), ("KWD", "35.175")])
def test_an_amount_has_the_decimals_of_its_currency(currency, amount):
    """Yen have none, dinars three; exact halves go up in this guide."""
    offer = catalogue(PORTUGUESE)
    guide = offer.guide.model_copy(update={"currency": currency, "rounding": Rounding.HALF_UP})
    elsewhere = offer.model_copy(update={"guide": guide})
    rule = offer.pricing_rule["por-minuto-com-dispensa"]

    assert str(bill(elsewhere, rule, 35, Decimal("1.005"), guide.date).amount) == amount


@pytest.mark.parametrize("modality", ["suporte-padrao", "prime"])
def test_minutes_make_no_bill_where_time_is_not_charged(modality):
    """What is free or on quote is not counted."""
    assert portuguese({"requester": "cliente"}, modality, minutes=60, rate=Decimal(1)).bill is None


def test_a_waived_case_makes_no_bill():
    """Nothing is counted where the charge is waived for certain."""
    assert portuguese({"outcome": "inconsistencia-nova"}, minutes=60, rate=Decimal(1)).bill is None
