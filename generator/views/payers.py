"""Who pays for a modality that somebody asks for, told for each modality: nobody is billed for all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import REQUESTER
from generator.catalogue.requesters import Requester
from generator.pricing.table import PricedCase
from generator.views.context import Context


class Payer(NamedTuple):
    """Who pays what is charged, in words, and the facts that say so; ``named`` where that is somebody."""

    text: str
    facts: tuple[str, ...]
    named: bool


def payer(context: Context, modality: Modality, requester: Requester) -> Payer:
    """Say who pays; where nobody does, why, and where no source tells, that."""
    cases = [
        case for case in decided_cases(context.catalogue, modality) if case.case[REQUESTER] == requester.id
    ]
    paying = [case for case in cases if case.payer]
    names = dict.fromkeys(context.format.payer_name(case.payer, case.state) for case in paying)
    facts = dict.fromkeys(fact for case in paying or cases for fact in payer_facts(context, case))
    named = any(case.payer not in (None, UNKNOWN) for case in paying)
    return Payer("; ".join(names) or _nobody(context, cases), tuple(facts), named)


def payer_facts(context: Context, case: PricedCase) -> tuple[str, ...]:
    """Return the facts that say who pays, or why nobody does.

    Where no row names who pays, the requester's own party does, and that is a fact of the requester.
    """
    if case.row and case.payer and not case.row.payer:
        return context.catalogue.requester[case.case[REQUESTER]].billed_facts
    return case.price_facts


def marked_once(context: Context, *cells: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the facts that each cell of a row marks: the first of those that are inferred marks them for all such.

    So does the first of those that are not: one mark for both would make either look like the other.
    """
    facts = [tuple(each) for each in cells]
    kinds = [context.whole.inferred(each) for each in facts]
    return [
        tuple(
            dict.fromkeys(
                fact for each, other in zip(facts, kinds, strict=True) if other == kind for fact in each
            )
        )
        if kind not in kinds[:at]
        else ()
        for at, kind in enumerate(kinds)
    ]


def _nobody(context: Context, cases: Iterable[PricedCase]) -> str:
    """Say why nobody pays: no source tells, the charge is waived, or nothing is charged at all."""
    states = {case.state for case in cases}
    told = next((each for each in (PriceState.UNKNOWN, PriceState.WAIVED) if each in states), PriceState.FREE)
    return context.format.payer_name(None, told)
