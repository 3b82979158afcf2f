"""A group of requesters that no table or modality names tells nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {name for modality in catalogue.modalities for name in modality.requesters}
    for rule in catalogue.pricing_rules:
        used |= {name for row in rule.rows for name in row.when.get(REQUESTER, ())}
    for index, entry in enumerate(catalogue.requester_groups):
        if entry.id not in used:
            yield Finding(("requester_groups", index, "id"), {"name": entry.name})
