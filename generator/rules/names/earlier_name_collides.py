"""An earlier name sends readers to the modality of today; with two to send them to, it would mislead half of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.language.normalise import fold


def check(catalogue: Catalogue) -> Iterator[Finding]:
    taken: dict[str, tuple[Path, str]] = {}
    for index, modality in enumerate(catalogue.modalities):
        taken.setdefault(fold(modality.name), (("modalities", index, "name"), modality.name))
    for index, modality in enumerate(catalogue.modalities):
        for number, earlier in enumerate(modality.earlier_names):
            path = ("modalities", index, "earlier_names", number, "name")
            before, other = taken.setdefault(fold(earlier.name), (path, modality.name))
            if before != path:
                yield Finding(
                    path, {"name": earlier.name, "other": other}, related=(before,), facts=earlier.facts
                )
