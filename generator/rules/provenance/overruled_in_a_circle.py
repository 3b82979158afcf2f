"""Facts that overrule each other leave nothing that holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            way = [fact.id]
            while (winner := catalogue.facts[way[-1]].overruled_by) is not None and winner not in way:
                way.append(winner)
            if winner == fact.id:
                path = ("sources", index, "facts", number, "overruled_by")
                yield Finding(path, {"id": fact.id, "way": " → ".join((*way, fact.id))}, facts=tuple(way))
