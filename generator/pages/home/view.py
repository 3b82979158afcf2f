"""The home page: what is in it for a reader, the doors, the ways in by symptom, and each modality in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.home.doors import WayIn, ways_in
from generator.pages.page import Page, page
from generator.routes import ROUTES
from generator.source.reader import SourceFile
from generator.views.context import CitedText, Context, Link, WholeGuide
from generator.views.rows import BriefRow, Offers, in_order, offers, row
from generator.views.symptoms import symptoms
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class Home:
    """The home page."""

    invitation: str
    summary: Markup
    doors: tuple[WayIn, ...]
    symptoms: tuple[Link, ...]
    rows: tuple[BriefRow, ...]
    more: Link | None
    """The way to those that have no room here."""
    others: tuple[Offers, ...]
    prevails: CitedText
    links: tuple[Link, ...]
    single_file: Link | None
    """The whole guide to be kept; None where it is too large for one file."""


ROWS_ON_HOME = 12
"""Of more modalities the home page shows the first, and leads to the page of all."""


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give the page, which bears the name of the guide."""
    guide = whole.catalogue.guide
    yield page(whole, "home", view, title=guide.title, description=plain(guide.summary))


def view(context: Context) -> Home:
    guide = context.catalogue.guide
    telling, silent = in_order(context)
    number = len(context.catalogue.modalities)
    return Home(
        invitation=guide.invitation or guide.title,
        summary=context.prose(guide.summary),
        doors=ways_in(context),
        symptoms=symptoms(context),
        rows=tuple(row(context, each) for each in telling[:ROWS_ON_HOME]),
        more=Link(
            context.gettext("All {number} modalities", number=number),
            context.href(context.addresses.modalities),
        )
        if max(len(telling), len(silent)) > ROWS_ON_HOME
        else None,
        others=offers(context, silent[:ROWS_ON_HOME]),
        prevails=context.told(guide.prevails, guide.prevails_facts),
        links=tuple(_links(context)),
        single_file=Link(
            context.gettext("The whole guide in one file, to be kept"),
            context.file(context.addresses.single_file),
        )
        if context.addresses.single_file
        else None,
    )


def _links(context: Context) -> Iterator[Link]:
    _ = context.gettext
    if context.whole.has(ROUTES["summary"]):
        yield context.page_link("summary")
    yield Link(_("Compare all of them"), context.href(context.addresses.comparison))
    yield Link(_("What this guide does not answer"), context.href(context.addresses.open_questions))
    yield Link(_("Where it is from"), context.href(context.addresses.sources))
