"""A modality in a nutshell, for every page that lists several."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.modalities import Modality, Status
from generator.views.context import CitedText, Context, Link
from generator.views.pricing import PriceInBrief, price_in_brief, told_a_price


@dataclass(frozen=True, slots=True)
class Card:
    """Name, whom it is for, and its price in a word."""

    id: str
    modality: Link
    audience: CitedText
    price: PriceInBrief
    asking: tuple[str, ...]
    """Those for whom the price is told."""
    retired: bool


def card(context: Context, modality: Modality) -> Card:
    return Card(
        id=modality.id,
        modality=context.modality_link(modality.id),
        audience=context.named(modality.audience, modality.facts_of_audience),
        price=price_in_brief(context, modality),
        asking=told_a_price(context, modality),
        retired=modality.status is Status.RETIRED,
    )


def cards_of(context: Context, group: str) -> tuple[Card, ...]:
    """Give the cards of a group: the living ones first, each lot in the catalogue's order."""
    cards = [card(context, modality) for modality in context.catalogue.in_group[group]]
    return tuple(sorted(cards, key=lambda each: each.retired))


CARDS_ON_A_PAGE = 240
"""Of more, a page that has all groups shows the first ones of each: nobody would look through them."""


@dataclass(frozen=True, slots=True)
class GroupOfCards:
    """A part of the guide with its modalities; ``more`` counts those that only its own page lists."""

    id: str
    link: Link
    summary: CitedText
    cards: tuple[Card, ...]
    more: int


def groups(context: Context) -> tuple[GroupOfCards, ...]:
    """Give the parts of the guide, each with its cards, so many as a page can hold."""
    found = []
    limit = None
    parts = context.catalogue.guide.groups
    if len(context.catalogue.modalities) > CARDS_ON_A_PAGE:
        limit = max(1, CARDS_ON_A_PAGE // len(parts))
    for group in parts:
        cards = cards_of(context, group.id)
        shown = cards[:limit]
        found.append(
            GroupOfCards(
                id=group.id,
                link=Link(group.name, context.href(context.addresses.group(group.id))),
                summary=context.told(group.summary, group.facts or ()),
                cards=shown,
                more=len(cards) - len(shown),
            )
        )
    return tuple(found)
