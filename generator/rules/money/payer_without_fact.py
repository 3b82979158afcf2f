"""Who pays is the last thing to be guessed: a row that names its payer cites a fact that names it, too."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.stems import naming


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, row in enumerate(rule.rows):
            if row.payer and row.payer in catalogue.party:
                party = catalogue.party[row.payer].name
                named = set(naming(party))
                told = {word for fact in row.facts for word in naming(catalogue.facts[fact].text)}
                if named and named.isdisjoint(told):
                    path = ("pricing_rules", index, "rows", number, "payer")
                    yield Finding(path, {"row": row.id, "party": party}, facts=row.facts)
