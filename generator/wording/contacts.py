"""Whom to ask, in words: one contact, or several, each with the modalities of which it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.catalogue.root import Catalogue


def named(catalogue: Catalogue, whom: Mapping[str, Sequence[str]]) -> str:
    """Name contacts as within a sentence; of several, each with the names of its modalities."""
    if len(whom) == 1:
        return "".join(catalogue.contact[each].name for each in whom)
    return "; ".join(
        f"{catalogue.contact[each].name} ({', '.join(catalogue.modality[id_].name for id_ in of)})"
        for each, of in whom.items()
    )
