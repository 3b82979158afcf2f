"""A price that no modality has is never shown, so nobody would see that it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {modality.pricing for modality in catalogue.modalities}
    for index, entry in enumerate(catalogue.pricing_rules):
        if entry.id not in used:
            yield Finding(("pricing_rules", index, "id"), {"name": entry.name}, facts=entry.facts)
