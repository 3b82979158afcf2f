"""Python and the browser decide alike: every case, every part of a case, every count of minutes, every tie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from generator import pricing
from generator.answers.teller import Teller
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.guide import Rounding
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import Price, PricingRule, Unit
from generator.catalogue.root import Catalogue
from generator.decisions import finder
from generator.i18n import words
from generator.pricing.quote import Result, bill, quote
from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

MINUTES = (0, 1, 9, 10, 11, 15, 16, 20, 25, 26, 59, 60, 61, 90, 120, 600)
# Exact ties among them, at two places and at three.
RATES = (
    "0.335",
    "0.005",
    "0.015",
    "1.005",
    "2.665",
    "3.3350",
    "0.0005",
    "1234.56",
    "0.123456",
    "999999999999.999999",
)


@dataclass
class Published:
    """A page of a built site, with its published modules and tables at hand as `guide` and `data`."""

    page: Page
    catalogue: Catalogue

    def ask(self, body: str, given: Any) -> Any:
        return self.page.evaluate(f"given => {{ const {{ guide, data }} = window.parity; {body} }}", given)


@pytest.fixture(scope="module")
def published(window: BrowserContext, served: Served) -> Iterator[Published]:
    (home,) = served.site.folder.glob("assets/guide.*/")
    page = window.new_page()
    page.goto(served.address)
    page.evaluate(
        """async home => {
          const [decisions, money, finder, teller, answer, data] = await Promise.all([
            import(`${home}decisions.js`), import(`${home}money.js`), import(`${home}finder_engine.js`),
            import(`${home}teller.js`), import(`${home}quote_parts.js`),
            fetch(`${home}data.json`).then(response => response.json()),
          ]);
          window.parity = { guide: { ...decisions, ...money, ...finder, ...teller, ...answer }, data };
        }""",
        f"{served.address}assets/{home.name}/",
    )
    yield Published(page, served.site.catalogue)
    page.close()


def cases(catalogue: Catalogue, rule: PricingRule) -> Iterator[dict[str, str]]:
    """Give every combination of answers, each of which may be missing."""
    dimensions = pricing.dimensions(catalogue, rule)
    for values in product(*((None, *each.values) for each in dimensions)):
        yield {each.id: value for each, value in zip(dimensions, values, strict=True) if value is not None}


def price_of(amount: Price | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    return {"value": str(amount.value), "currency": amount.currency, "tax": amount.tax.value}


def told(result: Result) -> dict[str, Any]:
    return {
        "state": result.state.value,
        "payer": result.payer,
        "price": price_of(result.price),
        "row": result.row.id if result.row else None,
        "facts": list(result.facts),
        "cases": list(result.cases),
    }


def answer(catalogue: Catalogue, modality: Modality, known: dict[str, str]) -> dict[str, Any]:
    made = quote(catalogue, modality, known)
    return {
        "results": [told(each) for each in made.results],
        "deciding": made.deciding,
        "ways": [
            {"value": each.value, "results": [told(result) for result in each.results]} for each in made.ways
        ],
        "nearby": [
            {"dimension": each.dimension, "value": each.value, "result": told(each.result)}
            for each in made.nearby
        ],
    }


def plain(value: Any) -> Any:
    """Give a value as it comes out of JSON: the members of enums as their text."""
    return json.loads(json.dumps(value))


def test_every_case_and_every_part_of_one_comes_to_the_same(published: Published) -> None:
    """State, payer, row, price, facts and case ids agree, and so do what decides and what lies near."""
    catalogue = published.catalogue
    asked = [
        (modality, known)
        for modality in catalogue.modalities
        for known in cases(catalogue, catalogue.pricing_rule[modality.pricing])
    ]
    found = published.ask(
        "return given.map(([modality, known]) => guide.quote(data, data.modalities[modality], known));",
        [(modality.id, known) for modality, known in asked],
    )
    for (modality, known), seen in zip(asked, found, strict=True):
        assert seen == plain(answer(catalogue, modality, known)), (modality.id, known)


def test_minutes_are_counted_alike(published: Published) -> None:
    """Least quantity and increments give the same units for every rule that counts time."""
    rules = [rule for rule in published.catalogue.pricing_rules if pricing.traits(rule).by_time]
    assert rules
    found = published.ask(
        "return given.rules.map(id => given.minutes.map(each => guide.billedUnits(data.rules[id], each)));",
        {"rules": [rule.id for rule in rules], "minutes": MINUTES},
    )
    assert found == [[pricing.billed_units(rule, each) for each in MINUTES] for rule in rules]


def test_increments_start_after_the_least_quantity(published: Published) -> None:
    """Of any least quantity and increment, in minutes and in hours, both make the same of every count of minutes."""
    rule = next(rule for rule in published.catalogue.pricing_rules if pricing.traits(rule).by_time)
    shapes = list(product(("minute", "hour"), (None, 0, 1, 10, 15), (None, 1, 10, 60)))
    found = published.ask(
        """return given.shapes.map(([unit, minimum, increment]) =>
          given.minutes.map(each => guide.billedUnits({ unit, minimum, increment }, each)));""",
        {"shapes": shapes, "minutes": MINUTES},
    )
    rules = [
        rule.model_copy(update={"unit": Unit(unit), "minimum": minimum, "increment": increment})
        for unit, minimum, increment in shapes
    ]
    assert found == [[pricing.billed_units(each, minutes) for minutes in MINUTES] for each in rules]


def test_what_no_source_tells_of_a_count_is_said_alike(published: Published) -> None:
    """Whatever is known of least quantity and increment, both say the same of the rest."""
    catalogue = published.catalogue
    rule = next(rule for rule in catalogue.pricing_rules if pricing.traits(rule).by_time)
    shapes = list(product(("minute", "hour"), (None, UNKNOWN, 10), (None, UNKNOWN, 1)))
    known = [
        {
            "unit": unit,
            "minimum": None if minimum == UNKNOWN else minimum,
            "unknown": [
                name for name, told in (("minimum", minimum), ("increment", increment)) if told == UNKNOWN
            ],
        }
        for unit, minimum, increment in shapes
    ]
    found = published.ask(
        """const teller = new guide.Teller(data);
          return given.map(rule => guide.untold(teller, rule));""",
        known,
    )
    teller = Teller(catalogue, words(catalogue.guide.language))
    for (unit, minimum, increment), seen in zip(shapes, found, strict=True):
        changes = {"unit": Unit(unit), "minimum": minimum, "increment": increment, "rates": None}
        made = rule.model_copy(update=changes)
        counted = bill(catalogue, made, 12, None, catalogue.guide.date)
        assert seen == list(teller.untold(made, counted))
    assert len({each for seen in found for each in seen}) == 5


def test_money_is_rounded_alike(published: Published) -> None:
    """Exact ties and long rates come to the same amount, whichever rounding and whatever the currency's digits."""
    asked = list(product(RATES, (0, 1, 2, 3, 7, 10, 90), (0, 2, 3), [each.value for each in Rounding]))
    found = published.ask(
        """return given.map(([rate, units, digits, rounding]) =>
          guide.times(guide.fromData(rate), units, digits, rounding));""",
        asked,
    )
    wanted = [
        f"{pricing.amount(Decimal(rate), units, Rounding(rounding), digits):f}"
        for rate, units, digits, rounding in asked
    ]
    assert dict(zip(asked, found, strict=True)) == dict(zip(asked, wanted, strict=True))


def test_the_rate_of_a_day_is_the_same(published: Published) -> None:
    """On the edges of every period, and between and beyond them, the same rate is in force, or none."""
    day = timedelta(days=1)
    asked = []
    for rule in published.catalogue.pricing_rules:
        edges = {date(2000, 1, 1), published.catalogue.guide.date, date(2100, 1, 1)}
        for rate in rule.rates or ():
            edges |= {each for each in (rate.valid_from, rate.valid_to) if each}
        asked += [(rule, edge + shift) for edge in sorted(edges) for shift in (-day, timedelta(0), day)]
    found = published.ask(
        "return given.map(([rule, day]) => guide.rateOn(data.rules[rule], day)?.value ?? null);",
        [(rule.id, each.isoformat()) for rule, each in asked],
    )
    rates = [pricing.rate_on(rule, each) for rule, each in asked]
    assert found == [str(rate.value) if rate else None for rate in rates]


def test_the_finder_asks_and_recommends_alike(published: Published) -> None:
    """Whatever is answered, said to be open or left out: the same way, next question, results and near results."""
    questions = published.catalogue.finder.questions
    options = [("left-out", None, *(each.id for each in question.answers)) for question in questions]
    asked = [
        {question.id: value for question, value in zip(questions, values, strict=True) if value != "left-out"}
        for values in product(*options)
    ]
    found = published.ask("return given.map(each => guide.advise(data.finder, each));", asked)
    for answers, seen in zip(asked, found, strict=True):
        made = finder.advise(published.catalogue.finder, answers)
        assert seen == {
            "answers": dict(made.answers),
            "next": made.next,
            "most": made.most,
            "rows": [row.id for row in made.rows],
            "deciding": made.deciding,
            "nearby": [
                {
                    "question": each.question,
                    "answers": list(each.answers),
                    "rows": [row.id for row in each.rows],
                }
                for each in made.nearby
            ],
        }, answers
        assert list(seen["answers"]) == list(made.answers), answers
