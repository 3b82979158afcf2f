"""Whoever is refused reads why: a fact that says who may ask does not say who may not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.denials import Denial, against_facts
from generator.catalogue.modalities import Access, Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_WRONG = {Access.DENIED.value: Denial.NONE}
"""What the facts cannot say that are cited for a state."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, facts in against_facts(catalogue, "requesters", _WRONG):
        modality, name = catalogue.modalities[int(path[1])], str(path[3])
        # Of what has ended, that fact alone refuses everybody.
        if modality.status is not Status.RETIRED:
            known = catalogue.requester.get(name) or catalogue.requester_group[name]
            yield Finding(path, {"requester": known.name, "modality": modality.name}, facts=facts)
