"""A part of a price that is told, and is said to be unknown as well, contradicts itself on the page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for key in type(rule.gaps).model_fields:
            gap, told = getattr(rule.gaps, key), getattr(rule, key)
            if gap is not None and told not in (None, (), UNKNOWN):
                path = ("pricing_rules", index, "gaps", key)
                yield Finding(path, {"key": key, "rule": rule.name}, "key", ((*path[:2], key),), gap.facts)
