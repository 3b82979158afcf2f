"""A step of zero means nothing, and would be counted as one of one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        if rule.increment == 0:
            yield Finding(("pricing_rules", index, "increment"))
