"""A service that has ended cannot come first any more, so that nobody could begin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for number, required in enumerate(modality.preconditions):
            precondition = catalogue.precondition.get(required.precondition)
            other = catalogue.modality.get((precondition and precondition.service) or "")
            if modality.status is Status.ACTIVE and other is not None and other.status is Status.RETIRED:
                path = ("modalities", index, "preconditions", number, "precondition")
                related = (("modalities", catalogue.position[other.id], "status"),)
                values = {"modality": modality.name, "second": other.name}
                yield Finding(path, values, related=related, facts=required.facts)
