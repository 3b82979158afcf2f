"""Who may ask for what."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import AccessStand, Modality
from generator.catalogue.whole import Catalogue


def stands(catalogue: Catalogue, modality: Modality) -> dict[str, AccessStand]:
    """Return each requester of whom the modality says something, in the catalogue's order, with its stand.

    Unlike `accesses` it takes a modality that forgets one, which another check tells.
    """
    named = modality.requesters
    of_groups: dict[str, AccessStand] = {}
    for name, stand in named.items():
        for member in catalogue.members(name):
            of_groups.setdefault(member, stand)
    told = {**of_groups, **{name: stand for name, stand in named.items() if name in catalogue.requester}}
    return {each.id: told[each.id] for each in catalogue.requesters if each.id in told}


def accesses(catalogue: Catalogue, modality: Modality) -> Iterator[tuple[str, AccessStand]]:
    """Give each requester, in the catalogue's order, with its stand to the modality."""
    for requester in catalogue.requesters:
        yield requester.id, catalogue.access(modality, requester.id)
