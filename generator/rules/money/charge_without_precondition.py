"""Nobody should be charged by surprise: what is agreed, sent or paid before a charge has to be named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.preconditions import PreconditionKind
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import can_charge

_BEFORE = (PreconditionKind.ACCEPTANCE, PreconditionKind.DOCUMENT, PreconditionKind.PAYMENT)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look only where the guide names such a thing for some modality: beside it, one without looks free of any."""
    named = [
        catalogue.precondition[each.precondition].kind
        for modality in catalogue.modalities
        for each in modality.preconditions
    ]
    if not set(named) & set(_BEFORE):
        return
    for index, modality in enumerate(catalogue.modalities):
        if modality.status is not Status.ACTIVE or not can_charge(catalogue, modality):
            continue
        kinds = {catalogue.precondition[each.precondition].kind for each in modality.preconditions}
        if kinds.isdisjoint(_BEFORE):
            path = ("modalities", index, "pricing")
            yield Finding(
                path, {"modality": modality.name}, facts=catalogue.pricing_rule[modality.pricing].facts
            )
