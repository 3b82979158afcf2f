"""A charge that begins before what must come first is one that nobody has agreed to yet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Start
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        first = {each.precondition: each for each in modality.preconditions}
        begins = next((n for n, step in enumerate(modality.steps) if Start.CHARGE in step.starts), None)
        if begins is None:
            continue
        for step in modality.steps[begins + 1 :]:
            if step.precondition in first:
                name = catalogue.precondition[step.precondition].name
                facts = (*step.facts, *first[step.precondition].facts)
                path = ("modalities", index, "steps", begins, "starts")
                yield Finding(path, {"precondition": name}, facts=facts)
                break
