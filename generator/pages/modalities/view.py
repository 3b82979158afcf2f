"""The lists of modalities: all of them by group, and one group by itself."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.home import view as home
from generator.views.cards import Card, cards_of
from generator.views.context import Citation, Context, Link


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups."""

    groups: tuple[home.GroupOfCards, ...]
    finder: Link


@dataclass(frozen=True, slots=True)
class Group:
    """One group."""

    name: str
    summary: Markup
    citation: Citation | None
    cards: tuple[Card, ...]
    finder: Link
    comparison: Link


def all_groups(context: Context) -> Groups:
    return Groups(
        groups=home.groups(context),
        finder=context.page_link("finder"),
    )


def one_group(context: Context, id_: str) -> Group:
    group = context.catalogue.group[id_]
    return Group(
        name=group.name,
        summary=context.prose(group.summary),
        citation=context.citation(group.facts) if group.facts else None,
        cards=cards_of(context, id_),
        finder=context.page_link("finder"),
        comparison=context.page_link("comparison", group=id_),
    )
