"""The cases of a modality, decided once: a guide tells of each on a dozen pages."""

from __future__ import annotations

from generator.analysis.traversal import once
from generator.catalogue.modalities import Modality
from generator.catalogue.root import Catalogue
from generator.pricing.table import PricedCase, cases


def decided_cases(catalogue: Catalogue, modality: Modality) -> tuple[PricedCase, ...]:
    """Return every case of one of a catalogue's modalities, decided."""
    found = _decided(catalogue)
    if modality.id not in found:
        found[modality.id] = tuple(cases(catalogue, modality))
    return found[modality.id]


@once
def _decided(_catalogue: Catalogue) -> dict[str, tuple[PricedCase, ...]]:
    return {}
