"""“It depends” without saying on what is no answer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for scope, stand in modality.scopes.items():
            if stand.state is ScopeState.CONDITIONAL and stand.condition is None:
                values = {"scope": catalogue.scope[scope].name}
                yield Finding(("modalities", index, "scopes", scope, "state"), values, facts=stand.facts)
