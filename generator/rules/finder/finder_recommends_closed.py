"""Whoever said who they are must not be sent to a door that is closed to them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.arrivals import arrivals
from generator.catalogue.modalities import Access
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
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
                    values = {"requester": catalogue.requester[requester].name, "modality": modality.name}
                    yield Finding(path, values, facts=access[requester].facts)
                    break
