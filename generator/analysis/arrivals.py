"""Who comes to a row of the finder by their answers, and what it recommends that may not be open to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from generator.analysis.traversal import once
from generator.analysis.whom_to_ask import asked_of
from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import Access
from generator.catalogue.open_questions import Missing
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.access import untold
from generator.wording.contacts import told
from generator.wording.formatting import Formatter, Named


@once
def arrivals(catalogue: Catalogue) -> Mapping[str, frozenset[str] | None]:
    """Return for each row the requesters of whom answers can say that it is they; None where none says."""
    everybody = frozenset(catalogue.requester)
    known: dict[tuple[int, tuple[str, ...] | None], frozenset[frozenset[str]]] = {}

    def told(number: int, given: tuple[str, ...] | None) -> frozenset[frozenset[str]]:
        # Most rows let the same answers of a question by.
        if (number, given) not in known:
            known[number, given] = frozenset(
                frozenset(catalogue.members(answer.implies[REQUESTER]))
                if REQUESTER in answer.implies
                else everybody
                for answer in catalogue.finder.questions[number].answers
                if given is None or answer.id in given
            )
        return known[number, given]

    def arriving(row: FinderRow) -> frozenset[str] | None:
        said = False
        ways = {everybody}
        for number, question in enumerate(catalogue.finder.questions):
            groups = told(number, row.when.get(question.id))
            said = said or groups != {everybody}
            ways = {way & each for way in ways for each in groups}
        # An answer that leaves it open beside others that do not: who gives it is not told apart.
        return frozenset().union(*(way for way in ways if way != everybody)) if said else None

    return {row.id: arriving(row) for row in catalogue.finder.rows}


def is_open(catalogue: Catalogue, modality: str, asking: Collection[str] | None) -> bool:
    """Tell whether any who ask may, as far as sources say; where nobody knows who asks, it is taken as open."""
    stands = catalogue.stands[modality]
    return not asking or any(stands[who].state is Access.ALLOWED for who in asking)


class Unsure(NamedTuple):
    """A sentence on recommendations that no source says are open to who comes to them, with its facts."""

    text: str
    facts: tuple[str, ...]


def unsure(catalogue: Catalogue, words: Words, row: FinderRow) -> tuple[Unsure, ...]:
    """Say of what a row recommends that nobody knows whether it is open to who comes there, and whom to ask."""
    here = arrivals(catalogue)[row.id]
    gathered: dict[tuple[tuple[str, ...], str, tuple[str, ...]], list[str]] = {}
    for name in row.recommend:
        modality = catalogue.modality[name]
        stands = {
            requester: stand
            for requester, stand in catalogue.stands[name].items()
            if stand.state is Access.UNKNOWN and (here is None or requester in here)
        }
        if stands:
            facts = tuple(dict.fromkeys(fact for stand in stands.values() for fact in stand.facts))
            contact = asked_of(catalogue, modality, Missing.ACCESS) or modality.contact
            gathered.setdefault((tuple(stands), contact, facts), []).append(name)
    form = Formatter(catalogue, words)
    return tuple(
        Unsure(
            f"{untold(form, form.requesters(requesters), _named(form, modalities))} {whom.said}",
            tuple(dict.fromkeys((*facts, *whom.facts))),
        )
        for (requesters, contact, facts), modalities in gathered.items()
        for whom in (told(catalogue, words, contact),)
    )


def _named(form: Formatter, modalities: Sequence[str]) -> Named:
    return form.together([form.named(form.catalogue.modality[id_]) for id_ in modalities], "or")
