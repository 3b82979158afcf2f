"""Who may ask for what."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import AccessStand, Modality
from generator.catalogue.whole import Catalogue


def accesses(catalogue: Catalogue, modality: Modality) -> Iterator[tuple[str, AccessStand]]:
    """Give each requester, in the catalogue's order, with its stand to the modality."""
    for requester in catalogue.requesters:
        yield requester.id, catalogue.access(modality, requester.id)
