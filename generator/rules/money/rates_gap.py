"""A day between two rates has none: the reader of that day would be told no price, and nobody meant that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    day = timedelta(days=1)
    for index, rule in enumerate(catalogue.pricing_rules):
        dated = sorted(enumerate(rule.rates or ()), key=lambda each: each[1].valid_from)
        for (before, earlier), (number, later) in pairwise(dated):
            if (
                earlier.valid_to is not None
                and earlier.valid_from <= earlier.valid_to < later.valid_from - day
            ):
                base = ("pricing_rules", index, "rates")
                yield Finding(
                    (*base, number, "valid_from"),
                    {
                        "rule": rule.name,
                        "first": (earlier.valid_to + day).isoformat(),
                        "last": (later.valid_from - day).isoformat(),
                    },
                    related=((*base, before, "valid_to"),),
                    facts=tuple(dict.fromkeys((*earlier.facts, *later.facts))),
                )
