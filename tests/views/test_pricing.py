"""How a rule counts, in words: the least quantity, the steps after it, and what no source tells is said to be so."""

from __future__ import annotations

import pytest

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.pricing_rules import PricingRule
from generator.i18n import words
from generator.views.context import Context, WholeGuide
from generator.views.pricing import counting, details, worked_example
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

NOT_ROUNDED = "No source tells how the time above the least quantity is rounded."
NOT_COUNTED = "No source tells how a started {} counts."


def told(minimum, increment, unit="minute"):
    offer = catalogue(PORTUGUESE)
    given = dict(offer.pricing_rule["por-tempo-sempre"])
    rule = PricingRule(**{**given, "minimum": minimum, "increment": increment, "unit": unit})
    context = Context(WholeGuide(offer, words("en"), lambda _path: (1, 1)), "")
    found = [(label, str(text.html)) for label, text in counting(context, rule)]
    shown = [(label, str(text.html)) for label, texts in details(context, rule) for text in texts]
    assert [each for each in shown if each in found] == found, "the page says what the count says"
    assert found.pop(0) == ("Counted by", unit)
    return found


@pytest.mark.parametrize(
    ("minimum", "increment", "expected"),
    [
        (
            10,
            5,
            [
                ("Least quantity", "10 minutes"),
                ("After that", "each started block of 5 minutes counts whole"),
            ],
        ),
        (
            10,
            1,
            [
                ("Least quantity", "10 minutes"),
                ("After that", "each started minute counts whole"),
            ],
        ),
        (10, UNKNOWN, [("Least quantity", "10 minutes"), ("After that", NOT_ROUNDED)]),
        (
            UNKNOWN,
            5,
            [
                ("Least quantity", "No source tells."),
                ("Rounding", "each started block of 5 minutes counts whole"),
            ],
        ),
        (
            UNKNOWN,
            UNKNOWN,
            [("Least quantity", "No source tells."), ("Rounding", NOT_COUNTED.format("minute"))],
        ),
        (None, UNKNOWN, [("Rounding", NOT_COUNTED.format("minute"))]),
        (None, 5, [("Rounding", "each started block of 5 minutes counts whole")]),
        (10, None, [("Least quantity", "10 minutes")]),
        (None, None, []),
    ],
)
def test_each_combination_of_known_and_unknown_is_said(minimum, increment, expected):
    """Known, unknown or not there at all: the words differ, none is silent, and only what is known is counted from."""
    assert expected == told(minimum, increment)


def test_a_least_quantity_may_rest_on_facts_of_its_own():
    """Of the facts of a whole price often only one tells it."""
    offer = catalogue(PORTUGUESE)
    rule = offer.pricing_rule["por-tempo-sempre"]
    context = Context(WholeGuide(offer, words("en"), lambda _path: (1, 1)), "")
    for own, facts in ((None, rule.facts), (("t6",), ("t6",))):
        changed = rule.model_copy(update={"minimum_facts": own})
        _, (_, least), *_ = counting(context, changed)
        assert least.citation.facts.split() == list(facts)


def test_hours_are_said_as_hours():
    """A rule that counts hours never speaks of minutes."""
    assert told(2, 1, "hour") == [
        ("Least quantity", "2 hours"),
        ("After that", "each started hour counts whole"),
    ]
    assert told(None, UNKNOWN, "hour") == [("Rounding", NOT_COUNTED.format("hour"))]


def test_a_worked_example_has_its_amount_in_the_currency_of_its_price():
    """A fee in another currency than the guide's is not told in the guide's, where the same number is less."""
    offer = catalogue(HARBOUR)
    context = Context(WholeGuide(offer, words("en"), lambda _path: (1, 1)), "")
    told = {
        each.id: worked_example(context, modality, each).result
        for modality in offer.modalities
        for each in offer.pricing_rule[modality.pricing].examples
        if each.expect.amount is not None
    }
    assert offer.guide.currency == "AUD"
    dollars = "You pay $950.00"
    assert [each for each in told.values() if "950" in each] == [dollars]
    assert told["twenty-minutes"].endswith(" A$133.50 · 30 minutes")
