"""Groups and their members share one space of addresses, or of names in tables."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        if modality.id in catalogue.group:
            number = list(catalogue.group).index(modality.id)
            yield Finding(
                ("modalities", index, "id"), {"id": modality.id}, related=(("guide", "groups", number, "id"),)
            )
    for index, group in enumerate(catalogue.requester_groups):
        if group.id in catalogue.requester:
            number = list(catalogue.requester).index(group.id)
            yield Finding(
                ("requester_groups", index, "id"), {"id": group.id}, related=(("requesters", number, "id"),)
            )
