"""A table is built from the dimensions that its rule declares; a row that looks at another would be read wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_ALWAYS = (REQUESTER, OUTCOME)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        declared = (*_ALWAYS, *rule.depends_on)
        named = [(("rows", number, "when"), row.when.keys()) for number, row in enumerate(rule.rows)]
        named += [
            (("examples", number, "given"), each.given.keys()) for number, each in enumerate(rule.examples)
        ]
        for way, names in named:
            for name in names:
                if name in catalogue.dimension and name not in declared:
                    yield Finding(("pricing_rules", index, *way, name), {"id": name}, target="key")
