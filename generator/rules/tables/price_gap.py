"""A case that no row is for has no price: the reader in that case would be told nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import case_in_words, price_proofs
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule, proof in price_proofs(catalogue):
        if proof.gap:
            case = case_in_words(catalogue, proof.gap.case)
            values = {"rule": rule.name, "case": case, "count": str(proof.gap.cases)}
            yield Finding(("pricing_rules", index, "rows"), values, "key", facts=rule.facts)
