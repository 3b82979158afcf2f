"""An earlier service must be a modality, or readers would not know what to have done first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.preconditions import PreconditionKind
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, entry in enumerate(catalogue.preconditions):
        if entry.kind is PreconditionKind.EARLIER_SERVICE and entry.service is None:
            yield Finding(("preconditions", index, "kind"), facts=entry.facts)
