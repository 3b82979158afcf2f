"""A recommendation must cover what its answers demand, or it sends the reader to the wrong door."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import ScopeState
from generator.catalogue.whole import Catalogue
from generator.diagnostics import Finding
from generator.words import N_

TITLE = N_("Recommendation that does not cover the need")
MESSAGE = N_("The answer “{answer}” demands “{scope}”, which the modality “{modality}” does not cover.")
CURE = N_("Recommend another modality first, or correct what the answer demands or the modality covers.")


_COVERED = (ScopeState.INCLUDED, ScopeState.CONDITIONAL)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Hold the first recommendation of each row against the answers that its `when` names."""
    answers = {(q.id, answer.id): answer for q in catalogue.finder.questions for answer in q.answers}
    for index, row in enumerate(catalogue.finder.rows):
        modality = catalogue.modality[row.recommend[0]]
        for question, given in row.when.items():
            for answer in (answers[question, name] for name in given):
                for scope in answer.demands:
                    stand = modality.scopes.get(scope)
                    if stand and stand.state not in _COVERED:
                        yield Finding(
                            ("finder", "rows", index, "recommend", 0),
                            {
                                "answer": answer.text,
                                "scope": catalogue.scope[scope].name,
                                "modality": modality.name,
                            },
                            facts=stand.facts,
                        )
