"""Who is told “you pay 0” does not know whether it is free, or nobody filled in the amount."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        way: Path = ("pricing_rules", index)
        for number, rate in enumerate(rule.rates or ()):
            if not rate.value:
                yield Finding((*way, "rates", number, "value"), facts=rate.facts)
        for number, row in enumerate(rule.rows):
            if row.then is PriceState.CHARGED and row.amount is not None and not row.amount.value:
                yield Finding((*way, "rows", number, "amount", "value"), facts=row.facts)
