"""Whoever follows a way that can cost money must see at which step it begins to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Start, Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import can_charge


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look only where the guide says it of some modality: one that never speaks of it has chosen not to."""
    if not any(Start.CHARGE in step.starts for each in catalogue.modalities for step in each.steps):
        return
    for index, modality in enumerate(catalogue.modalities):
        if modality.status is not Status.ACTIVE or not modality.steps:
            continue
        told = any(Start.CHARGE in step.starts for step in modality.steps)
        if not told and can_charge(catalogue, modality):
            rule = catalogue.pricing_rule[modality.pricing]
            yield Finding(
                ("modalities", index, "steps"), {"modality": modality.name}, "key", facts=rule.facts
            )
