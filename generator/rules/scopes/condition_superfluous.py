"""A condition beside “included” or “excluded” says that one of the two is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for scope, stand in modality.scopes.items():
            if stand.state is not ScopeState.CONDITIONAL and stand.condition is not None:
                values = {"scope": catalogue.scope[scope].name, "state": stand.state.value}
                yield Finding(("modalities", index, "scopes", scope, "condition"), values, facts=stand.facts)
