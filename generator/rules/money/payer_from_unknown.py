"""A row that no source supports must not name a payer by saying nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, row in enumerate(rule.rows):
            if row.then is not PriceState.ON_QUOTE or row.payer is not None:
                continue
            unknown = next((id_ for id_ in row.facts if catalogue.facts[id_].unknown), None)
            if unknown is not None:
                path = ("pricing_rules", index, "rows", number, "then")
                yield Finding(path, {"row": row.id, "fact": unknown}, facts=row.facts)
