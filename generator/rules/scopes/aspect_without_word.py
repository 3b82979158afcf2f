"""An aspect of which a modality is silent would be an empty cell beside the others: what is not known must be said."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for aspect in catalogue.aspects:
            if aspect.id not in modality.aspects:
                values = {"modality": modality.name, "aspect": aspect.name, "id": aspect.id}
                yield Finding(("modalities", index, "aspects"), values, "key", facts=modality.facts)
