"""On a day with two rates, chance would decide what a minute costs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        dated = sorted(enumerate(rule.rates or ()), key=lambda each: each[1].valid_from)
        for (before, earlier), (number, later) in pairwise(dated):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                base = ("pricing_rules", index, "rates")
                yield Finding(
                    (*base, number, "valid_from"),
                    {"day": later.valid_from.isoformat()},
                    related=((*base, before, "valid_from"),),
                    facts=later.facts,
                )
