"""The home page: what the guide is, the ways in, and each modality in a nutshell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.page import Page, page
from generator.routes import ROWS
from generator.source.reader import SourceFile
from generator.views.cards import GroupOfCards, groups
from generator.views.context import CitedText, Context, Link, WholeGuide
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class WayIn:
    """A way into the guide."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class Home:
    """The home page."""

    title: str
    summary: Markup
    ways: tuple[WayIn, ...]
    groups: tuple[GroupOfCards, ...]
    prevails: CitedText
    requesters: tuple[Link, ...]
    revision: str
    date: str
    open_questions: Link
    sources: Link
    single_file: Link | None
    """The whole guide to be kept; None where it is too large for one file."""


CARDS_ON_HOME = 24
"""A group larger than this shows its first ones on the home page and all of them on its own."""


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give the page, which bears the name of the guide."""
    guide = whole.catalogue.guide
    yield page(whole, "home", view, title=guide.title, description=plain(guide.summary))


def view(context: Context) -> Home:
    guide = context.catalogue.guide
    _ = context.gettext
    return Home(
        title=guide.title,
        summary=context.prose(guide.summary),
        ways=tuple(
            WayIn(context.page_link(route.kind), _(route.invitation)) for route in ROWS if route.invitation
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
        single_file=Link(
            _("The whole guide in one file, to be kept"), context.file(context.addresses.single_file)
        )
        if context.addresses.single_file
        else None,
    )
