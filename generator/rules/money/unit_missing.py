"""A price by time must say whether minutes or hours are counted, or 10 could mean either."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import N_
from generator.pricing.basis import traits

TITLE = N_("Price by time without its unit")
MESSAGE = N_("“{rule}” is counted by time, but does not say in which unit.")
CURE = N_("Add “unit: minute” or “unit: hour”.")
NEEDS = ("pricing_rules.@.unit",)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        if traits(rule).by_time and rule.unit is None:
            yield Finding(("pricing_rules", index, "basis"), {"rule": rule.name}, facts=rule.facts)
