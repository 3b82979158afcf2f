"""A step at which a charge begins, where nothing can be charged, frightens readers away from what is free."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Start
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import can_charge


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for number, step in enumerate(modality.steps):
            if Start.CHARGE in step.starts and not can_charge(catalogue, modality):
                path = ("modalities", index, "steps", number, "starts")
                rule = catalogue.pricing_rule[modality.pricing]
                yield Finding(path, {"modality": modality.name}, facts=(*step.facts, *rule.facts))
