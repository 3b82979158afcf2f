"""A scope that nobody covers, excludes or conditions is a line of question marks in the guide."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.untold import scopes_told_nowhere
from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    told = {
        scope
        for modality in catalogue.modalities
        for scope, stand in modality.scopes.items()
        if stand.state is not ScopeState.UNKNOWN
    }
    for index, group in enumerate(catalogue.scopes):
        for number, scope in enumerate(group.items):
            if scope.id not in told and scope.id not in scopes_told_nowhere(catalogue):
                yield Finding(
                    ("scopes", index, "items", number, "id"), {"name": scope.name}, facts=scope.facts
                )
