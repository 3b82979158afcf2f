"""An aspect of which no source tells anything is a line of question marks in the guide."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    told = {id_ for modality in catalogue.modalities for id_, each in modality.aspects.items() if each.text}
    for index, aspect in enumerate(catalogue.aspects):
        if aspect.id not in told:
            yield Finding(("aspects", index, "id"), {"name": aspect.name})
