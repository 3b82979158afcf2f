"""Is a claim true? Proven over all cases of the modalities that it is about, with the first case that refutes it.

What no source tells may turn out to be anything, so it refutes a claim as surely as a case that says otherwise: a
guide that says "never charged" must know that there is no charge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.catalogue.claims import Claim, Holds
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, Status
from generator.catalogue.pricing_rules import PriceRow, PriceState
from generator.catalogue.references import MODALITY, REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions.evaluation import Undecided, evaluate
from generator.decisions.table import Axis, Table
from generator.pricing.payer import PAID, payer
from generator.pricing.table import PricedCase, decide, table

Told = tuple[PriceState, str | None]
"""A state, with who pays."""

Region = Mapping[str, frozenset[str]]
"""Dimension to the values that a claim names of it."""


class Verdict(NamedTuple):
    """What the cases say of a claim: whether there are any that it is about, and the first one that refutes it."""

    empty: bool
    against: PricedCase | None


def prove(catalogue: Catalogue, claim: Claim) -> Verdict:
    """Hold a claim against all cases that it is about."""
    region = {
        name: frozenset(
            member
            for value in values
            for member in (catalogue.members(value) if name == REQUESTER else (value,))
        )
        for name, values in claim.when.items()
    }
    empty = True
    for modality in _unlike(catalogue, claim):
        required = {each.precondition for each in modality.preconditions}
        here = required.issuperset(claim.requires or ())
        for case, possible in _cases(catalogue, modality, region):
            within = here and _within(catalogue, region, case, wholly=claim.holds is Holds.ONLY)
            about, refuted = _judge(claim, (case.state, case.payer), possible, within)
            empty = empty and not about
            if refuted:
                return Verdict(False, case)
    return Verdict(empty, None)


def modalities(catalogue: Catalogue, claim: Claim) -> tuple[Modality, ...]:
    """Return the modalities that a claim is about."""
    if claim.modality is not None:
        return tuple(catalogue.modality[name] for name in claim.modality)
    return tuple(each for each in catalogue.modalities if each.status is Status.ACTIVE)


def _unlike(catalogue: Catalogue, claim: Claim) -> Iterator[Modality]:
    """Give those modalities of a claim whose cases are not those of an earlier one over again."""
    named = claim.when.get(MODALITY, ())
    seen = set()
    for modality in modalities(catalogue, claim):
        sign = catalogue.access_signs[modality.id], modality.id in named
        if sign not in seen:
            seen.add(sign)
            yield modality


def _cases(
    catalogue: Catalogue, modality: Modality, region: Region
) -> Iterator[tuple[PricedCase, frozenset[Told]]]:
    """Give each case of a modality that differs from all before, with all that it may turn out to come to."""
    prices = table(catalogue, catalogue.pricing_rule[modality.pricing])
    for values in _telling(catalogue, modality, prices, region).cases():
        try:
            case = decide(catalogue, modality, values, prices)
            told = {(case.state, case.payer)}
            if catalogue.access(modality, values[REQUESTER]).state is Access.UNKNOWN:
                # Either it is closed to them, or they get what the row says.
                row = evaluate(prices, values).then
                told = {
                    (PriceState.NOT_OFFERED, None),
                    (row.then, payer(row, catalogue.requester[values[REQUESTER]])),
                }
        except Undecided:
            continue  # a gap or an overlap: the checks of tables tell
        possible = {each for one in told for each in _may_be(catalogue, one)}
        yield case, frozenset(possible | {(case.state, case.payer)})


def _telling(
    catalogue: Catalogue, modality: Modality, prices: Table[PriceRow], region: Region
) -> Table[PriceRow]:
    """Leave out of a table the values that neither a row nor the region tells from an earlier one.

    A table of a million cases then has a few hundred, and the first that refutes a claim is the same.
    """
    kept = []
    access = catalogue.stands[modality.id]
    for dimension in prices.dimensions:
        signs: dict[object, str] = {}
        for value in dimension.values:
            if dimension.id == REQUESTER and value not in access:
                continue  # a requester whom the modality forgets: another check tells
            rows = tuple(value in row.when[dimension.id] for row in prices.rows if dimension.id in row.when)
            person = (
                (access[value].state, catalogue.requester[value].billed)
                if dimension.id == REQUESTER
                else None
            )
            signs.setdefault((rows, value in region.get(dimension.id, ()), person), value)
        kept.append(Axis(dimension.id, tuple(signs.values())))
    return Table(tuple(kept), prices.rows)


def _may_be(catalogue: Catalogue, told: Told) -> Iterator[Told]:
    """Give what a result may turn out to be: itself, or where no source tells, anything."""
    state, party = told
    yield told
    for other in PriceState if state is PriceState.UNKNOWN else (state,):
        if other not in PAID:
            yield other, None
        elif party in (None, UNKNOWN):
            yield from ((other, each) for each in catalogue.party)


def _within(catalogue: Catalogue, region: Region, case: PricedCase, *, wholly: bool) -> bool:
    """Tell whether a case is one of a region; of a dimension that its price does not depend on, it has all values."""
    values = {**case.case, MODALITY: case.modality}
    for name, wanted in region.items():
        if name in values:
            if values[name] not in wanted:
                return False
        elif wholly and not wanted.issuperset(each.id for each in catalogue.dimension[name].values):
            return False
    return True


def _judge(claim: Claim, told: Told, possible: frozenset[Told], within: bool) -> tuple[bool, bool]:
    """Tell whether a claim is about a case, and whether the case refutes it."""
    may = any(_has(claim, each) for each in possible)
    match claim.holds:
        case Holds.ALWAYS:
            # Of who pays, only a case in which somebody may pay says anything.
            asked = claim.state is not None or any(state in PAID for state, _ in possible)
            return within and asked, within and asked and not _has(claim, told)
        case Holds.NEVER:
            return within, within and may
        case Holds.ONLY:
            return within and may, not within and may


def _has(claim: Claim, told: Told) -> bool:
    state, party = told
    return (claim.state is None or state in claim.state) and (claim.payer is None or party in claim.payer)
