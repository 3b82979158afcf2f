"""A day of its end, or what replaced it, says that a modality is over, and its status that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        for key in ("retired_on", "replaced_by"):
            if modality.status is Status.ACTIVE and getattr(modality, key) is not None:
                values = {"modality": modality.name, "key": key}
                yield Finding(("modalities", index, key), values, "key", facts=modality.facts)
