"""Whoever can be helped without a charge should not be led past it to what is charged."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.arrivals import arrivals
from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import Access, Modality, ScopeState, Status
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare what a row recommends: an unpaid way fits if it is open to all who come, and covers what they need."""
    for index, row in enumerate(catalogue.finder.rows):
        modalities = [catalogue.modality[name] for name in row.recommend]
        paid = next((each for each in modalities if not _unpaid(catalogue, each)), None)
        if paid is None:
            continue
        for modality in modalities[modalities.index(paid) + 1 :]:
            if _unpaid(catalogue, modality) and _fits(catalogue, row, modality):
                path = ("finder", "rows", index, "recommend", row.recommend.index(paid.id))
                values = {"paid": paid.name, "unpaid": modality.name}
                related = (("finder", "rows", index, "recommend", row.recommend.index(modality.id)),)
                yield Finding(path, values, related=related, facts=row.facts)
                break


def _unpaid(catalogue: Catalogue, modality: Modality) -> bool:
    rule = catalogue.pricing_rule[modality.pricing]
    return all(each.then is PriceState.FREE for each in rule.rows)


def _fits(catalogue: Catalogue, row: FinderRow, modality: Modality) -> bool:
    here = arrivals(catalogue)[row.id]
    stands = catalogue.stands[modality.id]
    open_to = {name for name, stand in stands.items() if stand.state is Access.ALLOWED}
    answers = {(q.id, answer.id): answer for q in catalogue.finder.questions for answer in q.answers}
    demands = {
        scope for name, given in row.when.items() for each in given for scope in answers[name, each].demands
    }
    covered = {name for name, stand in modality.scopes.items() if stand.state is ScopeState.INCLUDED}
    return (
        modality.status is Status.ACTIVE
        # Where it may be anybody, what is open to some is still right for them.
        and (bool(open_to) if here is None or len(here) == len(stands) else here <= open_to)
        and demands <= covered
    )
