"""Readers cannot choose between two modalities of which the guide says the same in every respect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Modality, ScopeState, Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare the active modalities of which the sources tell anything at all.

    Of an offer whose every scope is unknown the guide does not claim to know in what it differs.
    """
    recommended: dict[str, list[str]] = {}
    for row in catalogue.finder.rows:
        for name in row.recommend:
            recommended.setdefault(name, []).append(row.id)
    first: dict[object, int] = {}
    for index, modality in enumerate(catalogue.modalities):
        told = any(stand.state is not ScopeState.UNKNOWN for stand in modality.scopes.values())
        if modality.status is not Status.ACTIVE or not told:
            continue
        signs = (_criteria(catalogue, modality), tuple(recommended.get(modality.id, ())))
        before = first.setdefault(signs, index)
        if before != index:
            values = {"modality": modality.name, "second": catalogue.modalities[before].name}
            related = (("modalities", before, "id"),)
            yield Finding(("modalities", index, "id"), values, related=related, facts=modality.facts)


def _criteria(catalogue: Catalogue, modality: Modality) -> tuple[object, ...]:
    return (
        modality.pricing,
        frozenset((name, stand.state, stand.condition) for name, stand in modality.scopes.items()),
        tuple((name, stand.state) for name, stand in catalogue.stands[modality.id].items()),
        frozenset(each.precondition for each in modality.preconditions),
        frozenset(each.text for each in modality.recommendations),
        frozenset(each.text for each in modality.characteristics),
    )
