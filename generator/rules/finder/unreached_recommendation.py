"""A situation in which a modality is recommended helps nobody whom the finder does not lead there because of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look for a row that recommends the modality and rests on what the situation rests on."""
    reasons: dict[str, set[str]] = {}
    for row in catalogue.finder.rows:
        for name in row.recommend:
            reasons.setdefault(name, set()).update(row.facts)
    for index, modality in enumerate(catalogue.modalities):
        # One that no row recommends has a finding of its own.
        if modality.status is not Status.ACTIVE or modality.id not in reasons:
            continue
        for number, situation in enumerate(modality.recommendations):
            if reasons[modality.id].isdisjoint(situation.facts):
                path = ("modalities", index, "recommendations", number, "text")
                values = {"situation": situation.text, "modality": modality.name}
                yield Finding(path, values, facts=situation.facts)
