"""Whoever said who they are must not be sent to a door that is closed to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import Access
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.linter.dependencies import FINDER

NEEDS = (*FINDER, "requesters.*.id", "requester_groups", "finder.rows.*.recommend", "modalities.*.requesters")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    told = _Told(catalogue)
    for index, row in enumerate(catalogue.finder.rows):
        arriving = _arriving(told, row)
        for number, name in enumerate(row.recommend):
            modality = catalogue.modality[name]
            access = catalogue.stands[modality.id]
            closed = [each for each, stand in access.items() if stand.state is Access.DENIED]
            # Where no answer says who asks, what is closed to some is still right for the others.
            if arriving is None and len(closed) < len(access):
                continue
            for requester in closed:
                if arriving is None or requester in arriving:
                    path = ("finder", "rows", index, "recommend", number)
                    values = {"requester": catalogue.requester[requester].name, "modality": modality.name}
                    yield Finding(path, values, facts=access[requester].facts)
                    break


class _Told:
    """What answers say of who asks: most rows let the same answers of a question by."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.everybody = frozenset(catalogue.requester)
        self.by = cache(self._by)

    def _by(self, number: int, given: tuple[str, ...] | None) -> frozenset[frozenset[str]]:
        """Return the groups of requesters whom the given answers to a question tell of, all its answers for None."""
        return frozenset(
            frozenset(self.catalogue.members(answer.implies[REQUESTER]))
            if REQUESTER in answer.implies
            else self.everybody
            for answer in self.catalogue.finder.questions[number].answers
            if given is None or answer.id in given
        )


def _arriving(told: _Told, row: FinderRow) -> frozenset[str] | None:
    """Return the requesters of whom answers on the way to a row can say that it is they; None where none says."""
    everybody = told.everybody
    said = False
    ways = {everybody}
    for number, question in enumerate(told.catalogue.finder.questions):
        groups = told.by(number, row.when.get(question.id))
        said = said or groups != {everybody}
        ways = {way & each for way in ways for each in groups}
    # An answer that leaves it open beside others that do not: who gives it is not told apart.
    return frozenset().union(*(way for way in ways if way != everybody)) if said else None
