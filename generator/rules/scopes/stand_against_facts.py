"""“Not covered” needs a source that says no, and “covered” one that does not: swapped states show by their facts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.denials import Denial, denials
from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_WRONG = {ScopeState.INCLUDED: Denial.ALL, ScopeState.EXCLUDED: Denial.NONE}
"""What no source can say throughout that is cited for a state."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if not (denied := denials(catalogue)):
        return
    for index, modality in enumerate(catalogue.modalities):
        for scope, stand in modality.scopes.items():
            wrong = _WRONG.get(stand.state)
            if wrong and set().union(*(denied[name] for name in stand.facts)) == {wrong}:
                values = {
                    "modality": modality.name,
                    "scope": catalogue.scope[scope].name,
                    "state": stand.state.value,
                }
                path = ("modalities", index, "scopes", scope, "state")
                yield Finding(path, values, facts=stand.facts)
