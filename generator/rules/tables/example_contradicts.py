"""Readers trust the worked examples, so each must come out of the rules as it says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.pricing_rules import Example, PriceRow, PriceState, PricingRule
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions.evaluation import Undecided, evaluate
from generator.diagnostics import Finding
from generator.pricing.basis import traits
from generator.pricing.payer import payer
from generator.pricing.quote import bill
from generator.pricing.table import dimensions, table

_NONE = "-"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        wanted = {dimension.id for dimension in dimensions(catalogue, rule)}
        prices = table(catalogue, rule)
        for number, example in enumerate(rule.examples):
            if example.given.keys() != wanted:
                continue  # no case: another check tells
            try:
                row = evaluate(prices, example.given).then
            except Undecided:
                continue  # a gap or an overlap: other checks tell
            computed = _computed(catalogue, rule, example, row)
            for key, said in example.expect:
                if said is not None and computed.get(key) != said:
                    yield Finding(
                        ("pricing_rules", index, "examples", number, "expect", key),
                        {"key": key, "said": str(said), "computed": str(computed.get(key, _NONE))},
                        related=(("pricing_rules", index, "rows", rule.rows.index(row), "id"),),
                        facts=row.facts,
                    )


def _computed(
    catalogue: Catalogue, rule: PricingRule, example: Example, row: PriceRow
) -> dict[str, str | int | Decimal]:
    result: dict[str, str | int | Decimal] = {"state": row.then}
    if party := payer(row, catalogue.requester[example.given[REQUESTER]]):
        result["payer"] = party
    if row.then is not PriceState.CHARGED:
        return result
    if row.amount is not None:
        result["amount"] = row.amount.value
    elif traits(rule).by_time and example.minutes is not None:
        counted = bill(catalogue, rule, example.minutes, None, catalogue.guide.date)
        result["units"] = counted.units
        result["amount"] = UNKNOWN if counted.amount is None else counted.amount
    return result
