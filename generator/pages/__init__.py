"""Every page of the guide: its address, its title, its view and its template; knows nothing of the site builder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.i18n import N_
from generator.pages.catalogue import view as source_text
from generator.pages.comparison import view as matrix
from generator.pages.costs import view as costs
from generator.pages.finder import view as finder
from generator.pages.glossary import view as glossary
from generator.pages.home import view as home
from generator.pages.modalities import view as groups
from generator.pages.modality import view as modality
from generator.pages.open_questions import view as open_questions
from generator.pages.requester import view as requester
from generator.pages.sources import view as sources
from generator.routes import NOT_FOUND, ROUTES, WRITTEN, Room, Route
from generator.source.reader import Source
from generator.views.context import Context, Link, Whole
from generator.views.prose import plain


@dataclass(frozen=True)
class Page:
    """A page: ``address`` from the site's root, ``view`` what its ``template``, in the folder of its kind, is given.

    ``route`` is its kind. ``section`` tells where it stands within the part of the navigation: the id of a group, or
    what tells one page of many apart that the navigation does not list.
    """

    route: Route
    address: str
    title: str
    description: str
    view: Callable[[Context], Any]
    template: str = "template"
    section: str = ""
    room: Room = "text"

    @property
    def look(self) -> str:
        """What the styles know it by."""
        kind = self.route.kind if self.template == "template" else f"{self.route.kind}-{self.template}"
        return kind.replace("_", "-")

    @property
    def part(self) -> str:
        return self.route.part

    @property
    def index(self) -> bool:
        return self.route.opens


def all_pages(whole: Whole, source: Source) -> Iterator[Page]:
    """Give every page of a guide, in the order of its navigation."""
    guide = whole.catalogue.guide
    yield replace(_page(whole, "home", home.view), title=guide.title, description=plain(guide.summary))
    yield _page(whole, "modalities", groups.all_groups)
    for group in guide.groups:
        yield _entry(
            whole, "group", group.id, group.name, group.summary, groups.one_group, group.id, group.id
        )
        for each in whole.catalogue.modalities:
            if each.group == group.id:
                yield _entry(
                    whole, "modality", each.id, each.name, each.summary, modality.view, each, group.id
                )
    yield _page(whole, "finder", finder.view)
    yield from _branches(whole)
    if whole.addresses.is_split("comparison"):
        yield replace(_page(whole, "comparison", matrix.parts), template="parts", room="text")
        yield from _groups(whole, "comparison", "template", N_("Compare: {group}"), matrix.of_group)
    else:
        yield _page(whole, "comparison", matrix.view)
    yield _page(whole, "costs", costs.view)
    yield from _groups(whole, "costs", "group", N_("Costs: {group}"), costs.of_group)
    yield _page(whole, "requesters", requester.all_requesters)
    for who in whole.catalogue.requesters:
        yield _entry(whole, "requester", who.id, who.name, who.description, requester.view, who)
    yield _page(whole, "open_questions", open_questions.view)
    asked = _page(whole, "open_questions", open_questions.view).description
    title = N_("Open questions: {group}")
    for page in _groups(whole, "open_questions", "group", title, open_questions.of_group):
        yield replace(page, description=asked, room="text")
    if whole.has(ROUTES["glossary"]):
        yield _page(whole, "glossary", glossary.view)
    yield _page(whole, "sources", sources.view)
    yield from _source(whole, source)


def _page(whole: Whole, kind: str, view: Callable[[Context], Any]) -> Page:
    """Return the page of a kind that has one, with the title and description that its row has."""
    route, _ = ROUTES[kind], whole.words.gettext
    address = whole.addresses.at(kind)
    return Page(route, address, _(route.title), _(route.description), view, room=route.room)


def _entry(
    whole: Whole,
    kind: str,
    id_: str,
    name: str,
    summary: str,
    view: Callable[[Context, Any], Any],
    subject: Any,
    section: str = "",
) -> Page:
    """Return the page of an entry."""
    address = whole.addresses.at(kind, id_)
    return Page(ROUTES[kind], address, name, plain(summary), _bound(view, subject), section=section)


def _groups(
    whole: Whole, kind: str, template: str, title: str, view: Callable[[Context, str], Any]
) -> Iterator[Page]:
    """Give the pages of the groups where a kind of page is split."""
    if whole.addresses.is_split(kind):
        for group in whole.catalogue.filled_groups:
            yield Page(
                ROUTES[kind],
                whole.addresses.of_group(kind, group.id),
                whole.words.gettext(title).format(group=group.name),
                plain(group.summary),
                _bound(view, group.id),
                template,
                section=group.id,
                room=ROUTES[kind].room,
            )


def _branches(whole: Whole) -> Iterator[Page]:
    _ = whole.words.gettext
    for place in finder.places(whole.tree):
        if place.given:
            yield replace(
                _page(whole, "finder", _bound(finder.branch, place)),
                template="branch",
                address=place.address(whole.addresses),
                title=_("Which modality? {answers}").format(answers=finder.answered(whole, place)),
                section="-".join(id_ for id_, _answers in place.given),
                room="text",
            )


def _source(whole: Whole, source: Source) -> Iterator[Page]:
    addresses, _ = whole.addresses, whole.words.gettext
    name, text = source.name, source.text
    if not addresses.catalogue_is_split:
        yield _page(whole, "catalogue", lambda _context: source_text.view(name, text))
        return
    first_page = _page(whole, "catalogue", lambda context: source_text.parts(context, name, text))
    yield replace(first_page, template="parts")
    for first in source_text.starts(addresses.lines_number):
        view = _bound(lambda context, line: source_text.part(context, name, text, line), first)
        yield replace(
            _page(whole, "catalogue", view),
            address=addresses.catalogue_of(first),
            title=source_text.title(whole, first, _("The catalogue, lines {first} to {last}")),
        )


def written(address: str, title: str, description: str) -> Page:
    """Return what a page that was written by hand has in common with the others."""
    return Page(WRITTEN, address.removeprefix("./"), title, description, lambda _context: None)


def _bound(view: Callable[[Context, Any], Any], subject: Any) -> Callable[[Context], Any]:
    return lambda context: view(context, subject)


@dataclass(frozen=True)
class NotFound:
    """What the error page offers instead."""

    links: tuple[Link, ...]


def not_found(whole: Whole, base: str) -> Page:
    """Return the error page; ``base`` leads from any address to the site's root, as it may be shown anywhere."""
    links = tuple(Link(title, base + address) for title, address in whole.offered("lost"))
    title = whole.words.gettext(NOT_FOUND.title)
    return Page(NOT_FOUND, "404/", title, "", lambda _context: NotFound(links))
