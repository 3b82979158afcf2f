"""A question whose answer never matters takes a reader's time for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import finder_proof
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    proof = finder_proof(catalogue)
    for index, question in enumerate(catalogue.finder.questions):
        if proof and question.id in proof.irrelevant:
            yield Finding(("finder", "questions", index, "id"), {"question": question.text})
