"""A modality that the finder never recommends is one that readers in need of it will not find."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    recommended = {name for row in catalogue.finder.rows for name in row.recommend}
    for index, modality in enumerate(catalogue.modalities):
        if modality.status is Status.ACTIVE and modality.id not in recommended:
            yield Finding(("modalities", index, "id"), {"modality": modality.name}, facts=modality.facts)
