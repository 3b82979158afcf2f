"""A payer beside “free” makes readers wonder what there is to pay."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.payer import PAID


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, row in enumerate(rule.rows):
            if row.payer is not None and row.then not in PAID:
                values = {"row": row.id, "state": row.then.value}
                yield Finding(("pricing_rules", index, "rows", number, "payer"), values, facts=row.facts)
