"""A price by time must say whether minutes or hours are counted, or 10 could mean either."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.basis import traits


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        if traits(rule).by_time and rule.unit is None:
            yield Finding(("pricing_rules", index, "basis"), {"rule": rule.name}, facts=rule.facts)
