"""A modality in a row: name, what it can cost, whom it is for; and those of which nothing is known, in a strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import escape

from generator.analysis.decided_cases import decided_cases
from generator.analysis.silence import tells_nothing
from generator.catalogue.modalities import Modality, Status
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import REQUESTER
from generator.pricing.table import PricedCase
from generator.views.context import CitedText, Context, Link
from generator.views.pricing import states_of, told_a_price
from generator.views.states import State, price_state
from generator.wording import contacts


@dataclass(frozen=True, slots=True)
class Unpriced:
    """What those are told who have no price: that it is not open to them, or that no source tells."""

    state: State
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefRow:
    """Name, what it comes to for whoever may ask, and whom it is for."""

    id: str
    modality: Link
    states: tuple[State, ...]
    asking: tuple[str, ...]
    """Those for whom a price is told; all, where none is."""
    closed: tuple[Unpriced, ...]
    audience: CitedText
    retired: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """Modalities of which a reader learns more from somebody, and who that is."""

    modalities: tuple[Link, ...]
    ask: CitedText


def row(context: Context, modality: Modality) -> BriefRow:
    decided = decided_cases(context.catalogue, modality)
    cases = [case for case in decided if case.row]
    states = states_of(context, cases) or (price_state(context, PriceState.UNKNOWN, ()),)
    return BriefRow(
        modality.id,
        context.modality_link(modality.id),
        states,
        told_a_price(context, modality),
        tuple(_closed(context, [case for case in decided if not case.row])) if cases else (),
        context.named(modality.audience, modality.facts_of_audience),
        modality.status is Status.RETIRED,
    )


def _closed(context: Context, cases: Iterable[PricedCase]) -> Iterator[Unpriced]:
    """Gather those without a price by what they are told instead."""
    of_state: dict[PriceState, list[PricedCase]] = {}
    for case in cases:
        of_state.setdefault(case.state, []).append(case)
    for state, those in of_state.items():
        who = tuple(dict.fromkeys(case.case[REQUESTER] for case in those))
        yield Unpriced(price_state(context, state, [fact for case in those for fact in case.facts]), who)


def in_order(context: Context) -> tuple[list[Modality], list[Modality]]:
    """Give the modalities that say something, the living ones first, and those that say nothing."""
    silent = partial(tells_nothing, context.catalogue)
    telling = [each for each in context.catalogue.modalities if not silent(each)]
    telling.sort(key=lambda each: each.status is Status.RETIRED)
    return telling, [each for each in context.catalogue.modalities if silent(each)]


def offers(context: Context, modalities: Iterable[Modality]) -> tuple[Offers, ...]:
    """Gather modalities by whom to ask about them."""
    asked: dict[str, list[Modality]] = {}
    for each in modalities:
        asked.setdefault(each.contact, []).append(each)
    found = []
    for contact, about in asked.items():
        (whom,) = contacts.asked(context.catalogue, context.whole.words, {contact: ()})
        ask = CitedText(escape(whom.said), context.citation(whom.facts))
        found.append(Offers(tuple(context.modality_link(each.id) for each in about), ask))
    return tuple(found)
