"""A scope that a modality does not mention is never taken for excluded: it must be said."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.untold import scopes_told_nowhere
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for scope in catalogue.scope.values():
            if scope.id not in modality.scopes and scope.id not in scopes_told_nowhere(catalogue):
                values = {"modality": modality.name, "scope": scope.name, "id": scope.id}
                yield Finding(("modalities", index, "scopes"), values, "key", facts=scope.facts)
