"""Whoever said who they are should first be sent where the sources say that they may go."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.arrivals import arrivals
from generator.catalogue.modalities import Access
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look at the first recommendation only: readers are told by the guide itself that one may not be for them."""
    here = arrivals(catalogue)
    for index, row in enumerate(catalogue.finder.rows):
        known = here[row.id] or frozenset()
        if len(known) == len(catalogue.requesters):
            continue  # it may be anybody
        modality = catalogue.modality[row.recommend[0]]
        for requester, stand in catalogue.stands[modality.id].items():
            if stand.state is Access.UNKNOWN and requester in known:
                path = ("finder", "rows", index, "recommend", 0)
                values = {"requester": catalogue.requester[requester].name, "modality": modality.name}
                yield Finding(path, values, facts=stand.facts)
                break
