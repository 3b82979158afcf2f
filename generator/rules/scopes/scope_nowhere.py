"""A new scope of which no modality says a word yet is one thing left to do, not one for each modality."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.untold import scopes_told_nowhere
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    nowhere = scopes_told_nowhere(catalogue)
    related = tuple(("modalities", index, "scopes") for index, _ in enumerate(catalogue.modalities))
    for index, group in enumerate(catalogue.scopes):
        for number, scope in enumerate(group.items):
            if scope.id in nowhere:
                path = ("scopes", index, "items", number, "name")
                yield Finding(path, {"scope": scope.name, "id": scope.id}, related=related, facts=scope.facts)
