"""A charge can be waived only where there would be one: otherwise the word promises a gift that is none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.pricing import PriceState
from generator.catalogue.whole import Catalogue
from generator.diagnostics import Finding
from generator.words import N_

TITLE = N_("Waiver without a charge")
MESSAGE = N_("The row “{row}” waives a charge, but no row of “{rule}” charges anything.")
CURE = N_("Write “then: free”, or add the row that charges.")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        if any(row.then is PriceState.CHARGED for row in rule.rows):
            continue
        for number, row in enumerate(rule.rows):
            if row.then is PriceState.WAIVED:
                values = {"row": row.id, "rule": rule.name}
                yield Finding(("pricing_rules", index, "rows", number, "then"), values, facts=row.facts)
