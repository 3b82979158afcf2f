"""A modality in a nutshell, for every page that lists several."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.modalities import Modality, Status
from generator.views.context import Context, Link
from generator.views.pricing import price_states
from generator.views.states import State


@dataclass(frozen=True, slots=True)
class Card:
    """Name, whom it is for, and its price in a word."""

    id: str
    modality: Link
    audience: str
    price: str
    states: tuple[State, ...]
    retired: bool


def card(context: Context, modality: Modality) -> Card:
    return Card(
        id=modality.id,
        modality=context.modality_link(modality.id),
        audience=modality.audience,
        price=context.catalogue.pricing_rule[modality.pricing].name,
        states=price_states(context, modality),
        retired=modality.status is Status.RETIRED,
    )


def cards_of(context: Context, group: str) -> tuple[Card, ...]:
    """Give the cards of a group: the living ones first, each lot in the catalogue's order."""
    cards = [card(context, modality) for modality in context.catalogue.in_group[group]]
    return tuple(sorted(cards, key=lambda each: each.retired))
