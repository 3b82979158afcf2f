"""Modalities that replace each other in a circle send a reader round and round, and to nothing that is still there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.cycles import circles
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    following = {each.id: (each.replaced_by,) for each in catalogue.modalities if each.replaced_by}
    for way in circles(following):
        index = catalogue.position[way[0]]
        names = " → ".join(catalogue.modality[name].name for name in way)
        yield Finding(
            ("modalities", index, "replaced_by"),
            {"way": names},
            related=tuple(("modalities", catalogue.position[name], "replaced_by") for name in way[1:-1]),
        )
