"""Every page of the guide: its address, its title, its view and its template; knows nothing of the site builder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from generator.routes import HOME
from generator.source.reader import Source
from generator.views import (
    costs,
    finder,
    glossary,
    groups,
    home,
    matrix,
    modality,
    open_questions,
    requester,
    source_text,
    sources,
)
from generator.views.context import Context, Link, Whole
from generator.views.prose import plain


@dataclass(frozen=True)
class Page:
    """A page: ``address`` from the site's root, ``template`` by its stem, ``view`` what the template is given.

    ``part`` names the place in the navigation: a top-level page is its own part. ``section`` tells where within the
    part: the id of a group, or what tells one page of many apart that the navigation does not list. ``room`` is the
    width that the page wants: that of a text, that of a table beside its table of contents, or the whole screen.
    """

    address: str
    title: str
    description: str
    template: str
    view: Callable[[Context], Any]
    part: str
    section: str = ""
    index: bool = False
    room: Literal["text", "wide", "whole"] = "text"


def all_pages(whole: Whole, source: Source) -> Iterator[Page]:
    """Give every page of a guide, in the order of its navigation."""
    catalogue, addresses = whole.catalogue, whole.addresses
    _ = whole.words.gettext
    guide = catalogue.guide
    yield Page(HOME, guide.title, plain(guide.summary), "home", home.view, part="home", room="whole")
    yield Page(
        addresses.modalities,
        _("Modalities"),
        _("All modalities, group by group, each with its price in a word."),
        "groups",
        groups.all_groups,
        part="modalities",
        index=True,
    )
    for group in guide.groups:
        yield Page(
            addresses.group(group.id),
            group.name,
            plain(group.summary),
            "group",
            _bound(groups.one_group, group.id),
            part="modalities",
            section=group.id,
            index=True,
        )
        for each in catalogue.modalities:
            if each.group == group.id:
                yield Page(
                    addresses.modality(each.id),
                    each.name,
                    plain(each.summary),
                    "modality",
                    _bound(modality.view, each),
                    part="modalities",
                    section=group.id,
                )
    yield Page(
        addresses.finder,
        _("Which modality?"),
        _("A few questions that lead you to the modality that fits your case."),
        "finder",
        finder.view,
        part="finder",
        room="wide",
    )
    yield from _branches(whole)
    yield from _comparison(whole)
    yield from _costs(whole)
    yield Page(
        addresses.requesters,
        _("Who asks"),
        _("What each kind of requester may ask for, what it costs, and who is billed."),
        "requesters",
        requester.all_requesters,
        part="requesters",
        index=True,
    )
    for who in catalogue.requesters:
        yield Page(
            addresses.requester(who.id),
            who.name,
            plain(who.description),
            "requester",
            _bound(requester.view, who),
            part="requesters",
        )
    yield Page(
        addresses.open_questions,
        _("Open questions"),
        _("What this guide does not answer, and whom to ask."),
        "open_questions",
        open_questions.view,
        part="more",
    )
    if addresses.open_questions_are_split:
        for group in whole.catalogue.filled_groups:
            yield Page(
                addresses.open_questions_of(group.id),
                _("Open questions: {group}").format(group=group.name),
                _("What this guide does not answer, and whom to ask."),
                "open_questions_group",
                _bound(open_questions.of_group, group.id),
                part="more",
                section=group.id,
            )
    if catalogue.glossary:
        yield Page(
            addresses.glossary,
            _("Glossary"),
            _("The words that the guide uses, explained."),
            "glossary",
            glossary.view,
            part="more",
        )
    yield Page(
        addresses.sources,
        _("Sources"),
        _("Where each fact comes from, and every statement that rests on it."),
        "sources",
        sources.view,
        part="more",
    )
    yield from _source(whole, source)


def _comparison(whole: Whole) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    title = _("Compare")
    description = _("All modalities side by side: scope, price, who pays, who may ask, what comes first.")
    if not addresses.comparison_is_split:
        yield Page(
            addresses.comparison, title, description, "matrix", matrix.view, part="comparison", room="whole"
        )
        return
    yield Page(addresses.comparison, title, description, "matrix_parts", matrix.parts, part="comparison")
    for group in whole.catalogue.filled_groups:
        yield Page(
            addresses.comparison_of(group.id),
            _("Compare: {group}").format(group=group.name),
            plain(group.summary),
            "matrix",
            _bound(matrix.of_group, group.id),
            part="comparison",
            section=group.id,
            room="whole",
        )


def _costs(whole: Whole) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    yield Page(
        addresses.costs,
        _("Will I pay?"),
        _("What each case costs, who pays, and why, with a short id that you can quote."),
        "costs",
        costs.view,
        part="costs",
        room="wide",
    )
    if addresses.costs_are_split:
        for group in whole.catalogue.filled_groups:
            yield Page(
                addresses.costs_of(group.id),
                _("Costs: {group}").format(group=group.name),
                plain(group.summary),
                "costs_group",
                _bound(costs.of_group, group.id),
                part="costs",
                section=group.id,
                room="wide",
            )


def _branches(whole: Whole) -> Iterator[Page]:
    _ = whole.words.gettext
    for place in finder.places(whole.tree):
        if place.given:
            yield Page(
                place.address(whole.addresses),
                _("Which modality? {answers}").format(answers=finder.answered(whole, place)),
                _("A few questions that lead you to the modality that fits your case."),
                "finder_branch",
                _bound(finder.branch, place),
                part="finder",
                section="-".join(id_ for id_, _answers in place.given),
            )


def _source(whole: Whole, source: Source) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    name, text = source.name, source.text
    title, description = _("The catalogue"), _("The file behind this guide, line by line.")
    if not addresses.catalogue_is_split:
        yield Page(
            addresses.catalogue,
            title,
            description,
            "source_text",
            lambda _context: source_text.view(name, text),
            part="hidden",
        )
        return
    yield Page(
        addresses.catalogue,
        title,
        description,
        "source_parts",
        lambda context: source_text.parts(context, name, text),
        part="hidden",
    )
    for first in source_text.starts(addresses.lines_number):
        yield Page(
            addresses.catalogue_of(first),
            source_text.title(whole, first, _("The catalogue, lines {first} to {last}")),
            description,
            "source_text",
            _bound(lambda context, line: source_text.part(context, name, text, line), first),
            part="hidden",
        )


def written(address: str, title: str, description: str) -> Page:
    """Return what a page that was written by hand has in common with the others."""
    return Page(address.removeprefix("./"), title, description, "", lambda _context: None, part="written")


def _bound(view: Callable[[Context, Any], Any], subject: Any) -> Callable[[Context], Any]:
    return lambda context: view(context, subject)


@dataclass(frozen=True)
class NotFound:
    """What the error page offers instead."""

    links: tuple[Link, ...]


def not_found(whole: Whole, base: str) -> Page:
    """Return the error page; ``base`` leads from any address to the site's root, as it may be shown anywhere."""
    _ = whole.words.gettext
    addresses = whole.addresses
    ways = (
        (_("Home"), HOME),
        (_("Modalities"), addresses.modalities),
        (_("Which modality?"), addresses.finder),
        (_("Will I pay?"), addresses.costs),
        (_("Compare"), addresses.comparison),
        *([(_("Glossary"), addresses.glossary)] if whole.catalogue.glossary else ()),
    )
    links = tuple(Link(text, base + address) for text, address in ways)
    return Page("404/", _("Page not found"), "", "not_found", lambda _context: NotFound(links), part="hidden")
