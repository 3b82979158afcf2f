"""What belongs to a price by time has no effect on another one, and so says that the basis is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.basis import TIME_KEYS, traits


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for key in TIME_KEYS:
            if not traits(rule).by_time and getattr(rule, key) is not None:
                values = {"key": key, "rule": rule.name, "basis": rule.basis.value}
                yield Finding(("pricing_rules", index, key), values, "key", facts=rule.facts)
