"""An inference that does not say how it follows cannot be checked by anybody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            if fact.inferred and fact.basis is None:
                path = ("sources", index, "facts", number, "inferred")
                yield Finding(path, {"id": fact.id}, facts=(fact.id,))
