"""A modality that has ended cannot be the answer to anybody's need."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, row in enumerate(catalogue.finder.rows):
        for number, name in enumerate(row.recommend):
            modality = catalogue.modality[name]
            if modality.status is Status.RETIRED:
                path = ("finder", "rows", index, "recommend", number)
                yield Finding(path, {"modality": modality.name}, facts=row.facts)
