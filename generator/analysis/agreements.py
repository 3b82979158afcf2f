"""What is agreed to before something that can be charged: each such agreement has a page of its own."""

from __future__ import annotations

from generator.analysis.traversal import once
from generator.catalogue.modalities import Modality, Status
from generator.catalogue.preconditions import PreconditionKind
from generator.catalogue.root import Catalogue
from generator.pricing.basis import traits


@once
def agreements(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the agreements that have a page, in the catalogue's order."""
    return tuple(
        each.id
        for each in catalogue.preconditions
        if each.kind is PreconditionKind.ACCEPTANCE and behind(catalogue, each.id)
    )


def behind(catalogue: Catalogue, agreement: str) -> tuple[Modality, ...]:
    """Return the modalities that are offered, can be charged, and wait for an agreement."""
    return tuple(
        each
        for each in catalogue.modalities
        if each.status is Status.ACTIVE and each.wants(agreement) and _may_charge(catalogue, each)
    )


def _may_charge(catalogue: Catalogue, modality: Modality) -> bool:
    rule = catalogue.pricing_rule.get(modality.pricing)  # none where the id is misspelt, which a check tells
    return rule is not None and traits(rule).may_charge
