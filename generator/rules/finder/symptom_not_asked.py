"""A symptom that answers what the finder would not ask then leads a reader elsewhere than its writer thinks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import finder_proof
from generator.catalogue.root import Catalogue
from generator.decisions.finder import advise
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look for answers that the finder leaves out: the others decide already, or lead past the question."""
    if not finder_proof(catalogue):
        return
    questions = {each.id: each.text for each in catalogue.finder.questions}
    for index, symptom in enumerate(catalogue.finder.symptoms):
        taken = advise(catalogue.finder, symptom.answers).answers if symptom.answers else {}
        for question in symptom.answers:
            if question not in taken:
                yield Finding(
                    ("finder", "symptoms", index, "answers", question),
                    {"symptom": symptom.text, "question": questions[question]},
                )
