"""A recommendation must cover what its answers demand, or it sends the reader to the wrong door."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_COVERED = (ScopeState.INCLUDED, ScopeState.CONDITIONAL)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Hold the recommendations of each row against the answers that its `when` names.

    The first must cover what they demand; those that follow it must not exclude it.
    """
    answers = {(q.id, answer.id): answer for q in catalogue.finder.questions for answer in q.answers}
    for index, row in enumerate(catalogue.finder.rows):
        demands = {
            scope: answers[question, name]
            for question, given in row.when.items()
            for name in given
            for scope in answers[question, name].demands
        }
        for number, name in enumerate(row.recommend):
            modality = catalogue.modality[name]
            for scope, answer in demands.items():
                stand = modality.scopes.get(scope)
                if stand is None or stand.state in _COVERED:
                    continue
                if number == 0 or stand.state is ScopeState.EXCLUDED:
                    yield Finding(
                        ("finder", "rows", index, "recommend", number),
                        {
                            "answer": answer.text,
                            "scope": catalogue.scope[scope].name,
                            "modality": modality.name,
                        },
                        facts=stand.facts,
                    )
