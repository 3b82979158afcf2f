"""A charge can be waived only where there would be one: otherwise the word promises a gift that is none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.pricing_rules import PriceRow, PriceState
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        charged = {
            name for row in rule.rows if row.then is PriceState.CHARGED for name in _for(catalogue, row)
        }
        for number, row in enumerate(rule.rows):
            gifts = [name for name in _for(catalogue, row) if name not in charged]
            if row.then is PriceState.WAIVED and gifts:
                names = ", ".join(f"“{catalogue.requester[name].name}”" for name in gifts)
                values = {"row": row.id, "rule": rule.name, "requesters": names}
                yield Finding(("pricing_rules", index, "rows", number, "then"), values, facts=row.facts)


def _for(catalogue: Catalogue, row: PriceRow) -> tuple[str, ...]:
    """Return the requesters that a row is for."""
    named = row.when.get(REQUESTER)
    if named is None:
        return tuple(catalogue.requester)
    return tuple(member for name in named for member in catalogue.members(name))
