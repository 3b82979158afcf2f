"""Where steps say how each precondition comes about, one that no step fulfils is a step that somebody left out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        fulfilled = {step.precondition for step in modality.steps if step.precondition}
        for number, required in enumerate(modality.preconditions if fulfilled else ()):
            if required.precondition in catalogue.precondition.keys() - fulfilled:
                path = ("modalities", index, "preconditions", number, "precondition")
                values = {"name": catalogue.precondition[required.precondition].name}
                yield Finding(path, values, facts=required.facts)
