"""A rate whose last day lies before its first is never in force."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, rate in enumerate(rule.rates or ()):
            if rate.valid_to is not None and rate.valid_to < rate.valid_from:
                values = {"end": rate.valid_to.isoformat(), "begin": rate.valid_from.isoformat()}
                yield Finding(("pricing_rules", index, "rates", number, "valid_to"), values, facts=rate.facts)
