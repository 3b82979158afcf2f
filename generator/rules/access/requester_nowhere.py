"""A new requester of whom no modality says a word yet is one thing left to do, not one for each modality."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.untold import requesters_told_nowhere
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    nowhere = requesters_told_nowhere(catalogue)
    related = tuple(("modalities", index, "requesters") for index, _ in enumerate(catalogue.modalities))
    for index, requester in enumerate(catalogue.requesters):
        if requester.id in nowhere:
            yield Finding(
                ("requesters", index, "name"),
                {"requester": requester.name},
                related=related,
                facts=requester.facts,
            )
