"""A question whose answer never matters takes a reader's time for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import finder_proof
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Severity
from generator.i18n import N_
from generator.linter.dependencies import FINDER

TITLE = N_("Question that changes nothing")
MESSAGE = N_("The answer to “{question}” never changes the recommendation.")
CURE = N_("Take the question out, or add the rows in which it matters.")
SEVERITY = Severity.WARNING
NEEDS = FINDER


def check(catalogue: Catalogue) -> Iterator[Finding]:
    proof = finder_proof(catalogue)
    for index, question in enumerate(catalogue.finder.questions):
        if proof and question.id in proof.idle:
            yield Finding(("finder", "questions", index, "id"), {"question": question.text})
