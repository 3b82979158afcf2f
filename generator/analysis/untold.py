"""What is declared, and of which no modality says a word: it is told once, and not by each modality."""

from __future__ import annotations

from generator.analysis.traversal import once
from generator.catalogue.root import Catalogue


@once
def requesters_told_nowhere(catalogue: Catalogue) -> frozenset[str]:
    """Return the requesters of whom none of several modalities says whether they may ask for it."""
    if len(catalogue.modalities) < _SEVERAL:
        return frozenset()
    told = {
        member
        for modality in catalogue.modalities
        for name in modality.requesters
        for member in catalogue.members(name)
    }
    return frozenset(catalogue.requester.keys() - told)


@once
def scopes_told_nowhere(catalogue: Catalogue) -> frozenset[str]:
    """Return the scopes of which none of several modalities says whether it covers them."""
    if len(catalogue.modalities) < _SEVERAL:
        return frozenset()
    told = {scope for modality in catalogue.modalities for scope in modality.scopes}
    return frozenset(catalogue.scope.keys() - told)


_SEVERAL = 2
"""Of one modality alone, its own place is the better one to be told of it."""
