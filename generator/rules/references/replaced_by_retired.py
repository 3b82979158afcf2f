"""What replaced a modality must itself be offered, or the reader is sent from one closed door to the next."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        other = catalogue.modality.get(modality.replaced_by or "")
        if other is not None and other.status is Status.RETIRED and not _comes_back(catalogue, other.id):
            values = {"modality": modality.name, "second": other.name}
            related = (("modalities", catalogue.position[other.id], "status"),)
            yield Finding(("modalities", index, "replaced_by"), values, related=related, facts=modality.facts)


def _comes_back(catalogue: Catalogue, start: str) -> bool:
    """Tell whether the replacements go round in a circle, of which another check tells."""
    seen = set()
    name: str | None = start
    while name is not None and name not in seen:
        seen.add(name)
        modality = catalogue.modality.get(name)
        name = modality.replaced_by if modality else None
    return name is not None
