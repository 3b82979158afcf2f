"""Whoever said who they are must not be sent to a door that is closed to them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.arrivals import arrivals
from generator.catalogue.modalities import Access
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Tell each closed door once, at the first row that leads to it, with the others beside."""
    found: dict[tuple[str, str], list[Path]] = {}
    for index, row in enumerate(catalogue.finder.rows):
        arriving = arrivals(catalogue)[row.id]
        for number, name in enumerate(row.recommend):
            modality = catalogue.modality[name]
            access = catalogue.stands[modality.id]
            closed = [each for each, stand in access.items() if stand.state is Access.DENIED]
            # Where no answer says who asks, what is closed to some is still right for the others.
            if arriving is None and len(closed) < len(access):
                continue
            for requester in closed:
                if arriving is None or requester in arriving:
                    path = ("finder", "rows", index, "recommend", number)
                    found.setdefault((modality.id, requester), []).append(path)
                    break
    for (name, requester), (first, *others) in found.items():
        values = {"requester": catalogue.requester[requester].name, "modality": catalogue.modality[name].name}
        facts = catalogue.stands[name][requester].facts
        yield Finding(first, values, related=tuple(others), facts=facts)
