"""That the less trusted of two sources wins is possible, but rarely what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Trust
from generator.diagnostics import Finding

_RANK = {trust: rank for rank, trust in enumerate(Trust)}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            if fact.overruled_by is None:
                continue
            other = catalogue.source_of[fact.overruled_by]
            if _RANK[source.trust] < _RANK[other.trust]:
                path = ("sources", index, "facts", number, "overruled_by")
                values = {
                    "source": source.title,
                    "other": other.title,
                    "id": fact.id,
                    "winner": fact.overruled_by,
                }
                yield Finding(path, values, facts=(fact.id, fact.overruled_by))
