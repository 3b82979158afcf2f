"""A party that never pays needs no name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {requester.billed for requester in catalogue.requesters}
    used |= {row.payer for rule in catalogue.pricing_rules for row in rule.rows if row.payer}
    for index, entry in enumerate(catalogue.parties):
        if entry.id not in used:
            yield Finding(("parties", index, "id"), {"name": entry.name}, facts=entry.facts)
