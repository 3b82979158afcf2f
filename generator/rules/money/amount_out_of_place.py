"""An amount in a row is shown as its price, so it must be one: fixed or recurring, and charged."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.basis import traits


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        priced = traits(rule).has_amounts
        for number, row in enumerate(rule.rows):
            if row.amount is not None and not (priced and row.then is PriceState.CHARGED):
                path = ("pricing_rules", index, "rows", number, "amount")
                yield Finding(path, {"row": row.id}, "key", facts=row.facts)
