"""Where sources disagree, a reader must be able to judge why one of them wins."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            if fact.overruled_by is not None and fact.because is None:
                path = ("sources", index, "facts", number, "overruled_by")
                yield Finding(path, {"id": fact.id, "winner": fact.overruled_by}, facts=(fact.id,))
