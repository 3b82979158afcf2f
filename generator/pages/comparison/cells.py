"""What a cell of the comparison says of a modality, with its facts: one function for each kind of row.

For the rows that are about one scope, requester or the like, it gives the cell of a modality in the row of that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import Price, PriceState
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.pricing.table import PricedCase
from generator.views import payers
from generator.views.context import Citation, Context
from generator.views.states import State, access_state, price_state, required, said, scope_state, untold


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One thing said in a cell by its facts: a state, a text, or both; ``who`` names whom it is about.

    Where it holds for some requesters only, ``requesters`` are their ids, so that a script can tell. Where it can be
    one of several, ``others`` are the other states with their texts, and ``depends`` names what decides between them.
    """

    citation: Citation
    state: State | None = None
    text: Markup | str = ""
    who: str = ""
    requesters: tuple[str, ...] = ()
    others: tuple[tuple[State, str], ...] = ()
    depends: str = ""

    @property
    def after_state(self) -> str:
        """What ends the state before a sentence, for whoever hears or copies both; an amount goes on in the line."""
        return "." if self.state and isinstance(self.text, Markup) else ""


Tell = Callable[[Modality], tuple[MatrixCell, ...]]
"""Tells what the cell of a modality says."""


def stated(state: State, text: Markup | str = "") -> MatrixCell:
    return MatrixCell(state.citation, state, text)


def line(context: Context, text: Markup | str, facts: Iterable[str], who: str = "") -> MatrixCell:
    return MatrixCell(context.citation(facts), None, text, who)


def price_word(context: Context, modality: Modality) -> MatrixCell:
    rule = context.catalogue.pricing_rule[modality.pricing]
    return line(context, rule.name, rule.facts)


def recommended(context: Context, modality: Modality) -> tuple[MatrixCell, ...]:
    if not modality.recommendations:
        return (stated(untold(context, modality.facts)),)
    return tuple(
        line(context, context.prose(each.text, link_terms=False), each.facts)
        for each in modality.recommendations
    )


def steps(context: Context, modality: Modality) -> tuple[MatrixCell, ...]:
    if not modality.steps:
        return (stated(untold(context, modality.facts)),)
    return tuple(
        line(context, context.prose(each.text, link_terms=False), each.facts, f"{number}. {each.actor}")
        for number, each in enumerate(modality.steps, 1)
    )


def scope(context: Context, scope: str) -> Tell:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        stand = modality.scopes[scope]
        condition = context.prose(stand.condition, link_terms=False) if stand.condition else ""
        return (stated(scope_state(context, stand.state, stand.facts), condition),)

    return cell


def aspect(context: Context, aspect: str) -> Tell:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        told = modality.aspects[aspect]
        if told.text:
            return (line(context, context.prose(told.text, link_terms=False), told.facts),)
        return (stated(untold(context, told.facts)),)

    return cell


def access(context: Context, requester: str) -> Tell:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        stand = context.catalogue.access(modality, requester)
        note = context.prose(stand.note, link_terms=False) if stand.note else ""
        return (stated(access_state(context, stand.state, stand.facts), note),)

    return cell


def first(context: Context, precondition: str) -> Tell:
    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        wanted = [each for each in modality.preconditions if each.precondition == precondition]
        note = context.prose(wanted[0].note, link_terms=False) if wanted and wanted[0].note else ""
        return (stated(required(context, modality, precondition), note),)

    return cell


def price(context: Context, outcome: str) -> Tell:
    """What an outcome comes to; where that differs between requesters, each with whom it is for."""

    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        by_requester: dict[str, list[PricedCase]] = {}
        for case in decided_cases(context.catalogue, modality):
            if case.case[OUTCOME] == outcome:
                by_requester.setdefault(case.case[REQUESTER], []).append(case)
        alike: dict[tuple[_Result, ...], list[str]] = {}
        for requester, cases in by_requester.items():
            alike.setdefault(tuple(map(_result, cases)), []).append(requester)
        found = []
        for results, who in alike.items():
            cases = [case for each in who for case in by_requester[each]]
            (state, text), *others = (
                (
                    price_state(context, state, _facts_of((state, amount), cases)),
                    context.format.price(amount) if amount else "",
                )
                for state, amount in dict.fromkeys(results)
            )
            everyone = len(alike) == 1
            named = "" if everyone else context.format.requesters_named(who)
            depends = _depends(context, modality, by_requester[who[0]]) if others else ""
            found.append(
                MatrixCell(
                    state.citation,
                    state,
                    text,
                    named,
                    () if everyone else tuple(who),
                    tuple(others),
                    depends,
                )
            )
        return tuple(found)

    return cell


_Result = tuple[PriceState, Price | None]


def _result(case: PricedCase) -> _Result:
    return case.state, case.amount


def _facts_of(result: _Result, cases: Iterable[PricedCase]) -> list[str]:
    return [fact for case in cases if _result(case) == result for fact in case.price_facts]


def _depends(context: Context, modality: Modality, cases: Sequence[PricedCase]) -> str:
    """Name what decides between the results of cases of one requester and one outcome."""
    catalogue = context.catalogue
    names = []
    for id_ in catalogue.pricing_rule[modality.pricing].depends_on:
        alike: dict[tuple[str, ...], set[_Result]] = {}
        for case in cases:
            rest = tuple(value for key, value in case.case.items() if key != id_)
            alike.setdefault(rest, set()).add(_result(case))
        if any(len(results) > 1 for results in alike.values()):
            names.append(catalogue.dimension[id_].name)
    return ", ".join(names)


def _spared(context: Context) -> dict[PriceState, str]:
    """How it is said that in some cases nobody pays, where in others somebody does."""
    return {
        PriceState.FREE: context.gettext("Nobody, where there is no charge per service"),
        PriceState.WAIVED: context.gettext("Nobody, where the charge is waived"),
    }


def _pays(context: Context, party: str, cases: Sequence[PricedCase]) -> MatrixCell:
    facts = [fact for case in cases for fact in payers.payer_facts(context, case)]
    if party == UNKNOWN:
        return stated(untold(context, facts))
    return line(context, context.format.payer_name(party, cases[-1].state), facts)


def payer(context: Context, requester: str) -> Tell:
    """Who pays when this requester asks: in the cases that cost, and where in others nobody does, that too."""

    def cell(modality: Modality) -> tuple[MatrixCell, ...]:
        cases = [
            case for case in decided_cases(context.catalogue, modality) if case.case[REQUESTER] == requester
        ]
        paying: dict[str, list[PricedCase]] = {}
        facts: dict[PriceState, list[str]] = {}
        for case in cases:
            if case.payer:
                paying.setdefault(case.payer, []).append(case)
            facts.setdefault(case.state, []).extend(case.price_facts)
        if paying:
            spared = (
                line(context, text, facts[state])
                for state, text in _spared(context).items()
                if state in facts
            )
            return (*(_pays(context, party, each) for party, each in paying.items()), *spared)
        if PriceState.UNKNOWN in facts:
            return (stated(price_state(context, PriceState.UNKNOWN, facts[PriceState.UNKNOWN])),)
        nobody = payers.payer(context, modality, context.catalogue.requester[requester])
        return (stated(said(context, nobody.text, nobody.facts)),)

    return cell
