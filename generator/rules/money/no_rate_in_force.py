"""After its last day a rate is no price any more, and before its first day not yet: the guide then shows none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.counting import rate_on


def check(catalogue: Catalogue) -> Iterator[Finding]:
    day = catalogue.guide.date
    for index, rule in enumerate(catalogue.pricing_rules):
        rates = rule.rates or ()
        if any(rate.valid_to is not None and rate.valid_to < rate.valid_from for rate in rates):
            continue  # a slip in a day: another check tells
        between = any(rate.valid_from > day for rate in rates) and any(
            rate.valid_from <= day for rate in rates
        )
        if rates and not between and rate_on(rule, day) is None:
            values = {"rule": rule.name, "day": day.isoformat()}
            facts = tuple(dict.fromkeys(fact for rate in rates for fact in rate.facts))
            yield Finding(("pricing_rules", index, "rates"), values, "key", facts=facts)
