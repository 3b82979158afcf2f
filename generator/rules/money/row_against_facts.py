"""A row that charges cannot rest on facts that speak of a waiver alone, nor the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.prices_told import told_prices
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if prices := told_prices(catalogue):
        for index, rule in enumerate(catalogue.pricing_rules):
            for number in prices.row_against_facts(rule):
                row = rule.rows[number]
                values = {"row": row.id, "state": row.then.value}
                yield Finding(("pricing_rules", index, "rows", number, "then"), values, facts=row.facts)
