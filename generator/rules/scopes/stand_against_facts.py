"""“Not covered” needs a source that says no, and “covered” one that does not: swapped states show by their facts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.denials import Denial, against_facts
from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_WRONG = {ScopeState.INCLUDED.value: Denial.ALL, ScopeState.EXCLUDED.value: Denial.NONE}
"""What the facts cannot say throughout that are cited for a state."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, facts in against_facts(catalogue, "scopes", _WRONG):
        modality, scope = catalogue.modalities[int(path[1])], str(path[3])
        values = {
            "modality": modality.name,
            "scope": catalogue.scope[scope].name,
            "state": modality.scopes[scope].state.value,
        }
        yield Finding(path, values, facts=facts)
