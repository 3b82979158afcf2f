"""Two rows that say the same of one case contradict nothing, but whoever changes one will forget the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import overlap_found, price_proofs
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import result


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule, proof in price_proofs(catalogue):
        for overlap in proof.overlaps:
            first, second = overlap.rows
            if result(rule.rows[first]) == result(rule.rows[second]):
                yield overlap_found(catalogue, index, rule, second, (overlap,))
