"""A part of the guide without modalities would be an empty page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {modality.group for modality in catalogue.modalities}
    for index, entry in enumerate(catalogue.guide.groups):
        if entry.id not in used:
            yield Finding(("guide", "groups", index, "id"), {"name": entry.name})
