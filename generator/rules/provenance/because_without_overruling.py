"""A reason for which another fact wins means nothing while no other fact is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            if fact.because is not None and fact.overruled_by is None:
                path = ("sources", index, "facts", number, "because")
                yield Finding(path, {"id": fact.id}, "key", facts=(fact.id,))
