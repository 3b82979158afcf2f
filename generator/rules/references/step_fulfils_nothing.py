"""A step that fulfils a precondition which the modality does not have contradicts its list of preconditions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        asked = {required.precondition for required in modality.preconditions}
        if not asked <= catalogue.precondition.keys():
            continue  # the one that leads nowhere may be any
        for number, step in enumerate(modality.steps):
            if step.precondition and step.precondition in catalogue.precondition.keys() - asked:
                name = catalogue.precondition[step.precondition].name
                yield Finding(
                    ("modalities", index, "steps", number, "precondition"), {"name": name}, facts=step.facts
                )
