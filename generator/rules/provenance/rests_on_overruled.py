"""What rests only on facts that do not hold does not hold either."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.traversal import by_kind
from generator.catalogue.references import keys_of_facts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    overruled = {fact.id for fact in catalogue.facts.values() if fact.overruled_by is not None}
    if not overruled:
        return
    for kind, found in by_kind(catalogue).items():
        for key in keys_of_facts(kind):
            for path, entry in found:
                cited = getattr(entry, key)
                if cited and overruled.issuperset(cited):
                    yield Finding((*path, key), {"facts": ", ".join(cited)}, "key", facts=cited)
