"""What rests only on “no source tells” cannot be told as known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.assertions import stands
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    saying_nothing = {fact.id for fact in catalogue.facts.values() if fact.unknown}
    for path, state, facts in stands(catalogue):
        if state != UNKNOWN and saying_nothing.issuperset(facts):
            yield Finding(path, {"state": state}, facts=facts)
