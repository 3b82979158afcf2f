"""The home page: what the guide is, the ways in, and each modality in a nutshell."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.routes import ROWS
from generator.views.cards import Card, cards_of
from generator.views.context import Context, Link, Told


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the guide."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class GroupOfCards:
    """A part of the guide with its modalities; ``more`` counts those that only its own page lists."""

    id: str
    link: Link
    summary: Markup
    cards: tuple[Card, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Home:
    """The home page."""

    title: str
    summary: Markup
    ways: tuple[Way, ...]
    groups: tuple[GroupOfCards, ...]
    prevails: Told
    requesters: tuple[Link, ...]
    revision: str
    date: str
    open_questions: Link
    sources: Link
    one_file: Link | None
    """The whole guide to be kept; None where it is too large for one file."""


CARDS_ON_HOME = 24
"""A group larger than this shows its first ones on the home page and all of them on its own."""

CARDS_ON_A_PAGE = 240
"""Of more, a page that has all groups shows the first ones of each: nobody would look through them."""


def groups(context: Context, limit: int | None = None) -> tuple[GroupOfCards, ...]:
    """Give the parts of the guide, each with its cards, at most ``limit`` of them, and so many as a page can hold."""
    found = []
    parts = context.catalogue.guide.groups
    if len(context.catalogue.modalities) > CARDS_ON_A_PAGE:
        share = max(1, CARDS_ON_A_PAGE // len(parts))
        limit = min(limit or share, share)
    for group in parts:
        cards = cards_of(context, group.id)
        shown = cards[:limit]
        found.append(
            GroupOfCards(
                id=group.id,
                link=Link(group.name, context.href(context.addresses.group(group.id))),
                summary=context.prose(group.summary),
                cards=shown,
                more=len(cards) - len(shown),
            )
        )
    return tuple(found)


def view(context: Context) -> Home:
    guide = context.catalogue.guide
    _ = context.gettext
    return Home(
        title=guide.title,
        summary=context.prose(guide.summary),
        ways=tuple(
            Way(context.page_link(route.kind), _(route.invitation)) for route in ROWS if route.invitation
        ),
        groups=groups(context, CARDS_ON_HOME),
        prevails=context.told(guide.prevails, guide.prevails_facts),
        requesters=tuple(context.requester_link(each.id) for each in context.catalogue.requesters),
        revision=guide.revision,
        date=context.format.date(guide.date),
        open_questions=Link(
            _("What this guide does not answer"), context.href(context.addresses.open_questions)
        ),
        sources=context.page_link("sources"),
        one_file=Link(_("The whole guide in one file, to be kept"), context.file(context.addresses.one_file))
        if context.addresses.one_file
        else None,
    )
