"""A basis that says “no charge” or “on quote” and a row that charges cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.basis import traits


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, row in enumerate(rule.rows):
            if row.then in traits(rule).never:
                values = {"rule": rule.name, "basis": rule.basis.value, "state": row.then.value}
                yield Finding(("pricing_rules", index, "rows", number, "then"), values, facts=row.facts)
