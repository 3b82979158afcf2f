"""Whoever gives answers that no row is for would be sent nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import answers_in_words, finder_proof
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    proof = finder_proof(catalogue)
    if proof and proof.gap:
        case = answers_in_words(catalogue, proof.gap.case)
        yield Finding(("finder", "rows"), {"case": case, "count": str(proof.gap.cases)}, "key")
