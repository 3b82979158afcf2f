"""Whoever is refused reads why: a fact that says who may ask does not say who may not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.denials import Denial, denials
from generator.catalogue.modalities import Access, Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if not (denied := denials(catalogue)):
        return
    for index, modality in enumerate(catalogue.modalities):
        for name, stand in modality.requesters.items():
            # Of what has ended, that fact alone refuses everybody.
            if modality.status is Status.RETIRED or stand.state is not Access.DENIED:
                continue
            if set().union(*(denied[fact] for fact in stand.facts)) == {Denial.NONE}:
                known = catalogue.requester.get(name) or catalogue.requester_group[name]
                path = ("modalities", index, "requesters", name, "state")
                values = {"requester": known.name, "modality": modality.name}
                yield Finding(path, values, facts=stand.facts)
