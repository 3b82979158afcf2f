"""A precondition that no modality asks for is one that readers never meet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {each.precondition for modality in catalogue.modalities for each in modality.preconditions}
    # A step that names what its modality does not ask for has a fault of its own, which says more.
    used |= {step.precondition for each in catalogue.modalities for step in each.steps if step.precondition}
    for index, entry in enumerate(catalogue.preconditions):
        if entry.id not in used:
            yield Finding(("preconditions", index, "id"), {"name": entry.name}, facts=entry.facts)
