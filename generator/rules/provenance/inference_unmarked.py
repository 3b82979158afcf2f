"""What stands under a source of inferences is none of a source's words, and must be shown so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Trust
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            if source.trust is Trust.INFERENCE and not fact.inferred:
                yield Finding(("sources", index, "facts", number, "id"), {"id": fact.id}, facts=(fact.id,))
