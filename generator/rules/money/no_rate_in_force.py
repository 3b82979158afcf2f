"""After its last day a rate is no price any more, and before its first day not yet: the guide then shows none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Severity
from generator.i18n import N_
from generator.pricing.counting import rate_on

TITLE = N_("No rate in force")
MESSAGE = N_(
    "“{rule}” has rates, but none is in force on {day}, the day of this revision; so the guide shows none."
)
CURE = N_("Add the rate that is in force, by its source.")
SEVERITY = Severity.WARNING
NEEDS = ("guide.date", "pricing_rules.@.rates")


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
