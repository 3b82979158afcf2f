"""Whoever gives answers that no row is for would be sent nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import answers_in_words, finder_proof
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import N_
from generator.linter.dependencies import FINDER

TITLE = N_("Answers that lead nowhere")
MESSAGE = N_("No row of the finder is for these answers: {case}. Such cases: {count}.")
CURE = N_("Add a row for them, or widen “when” of a row.")
NEEDS = FINDER


def check(catalogue: Catalogue) -> Iterator[Finding]:
    proof = finder_proof(catalogue)
    if proof and proof.gap:
        case = answers_in_words(catalogue, proof.gap.case)
        yield Finding(("finder", "rows"), {"case": case, "count": str(proof.gap.cases)}, "key")
