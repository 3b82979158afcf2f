"""A dimension that never changes the result asks readers a question for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import price_proofs
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule, proof in price_proofs(catalogue):
        for number, name in enumerate(rule.depends_on):
            if name in proof.irrelevant:
                values = {"name": catalogue.dimension[name].name, "rule": rule.name}
                yield Finding(("pricing_rules", index, "depends_on", number), values)
