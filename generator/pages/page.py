"""A page: what every view is laid out as; and what the pages of a kind have in common, from its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.routes import ROUTES, WRITTEN, Room, Route
from generator.views.context import Context, WholeGuide
from generator.wording.inline_markdown import plain


@dataclass(frozen=True)
class Page:
    """A page: ``address`` from the site's root, ``view`` what its ``template``, in the folder of its kind, is given.

    ``route`` is its kind. ``section`` tells where it stands within the part of the navigation: the id of a group, or
    what tells one page of many apart that the navigation does not list. ``about`` is the id of the entry that it is
    about, where each has a page.
    """

    route: Route
    address: str
    title: str
    description: str
    view: Callable[[Context], Any]
    template: str = "template"
    section: str = ""
    room: Room = "text"
    about: str = ""

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


def page(whole: WholeGuide, kind: str, view: Callable[[Context], Any], **changes: Any) -> Page:
    """Return the page of a kind as its row has it, but for some ``changes``."""
    route, _ = ROUTES[kind], whole.words.gettext
    title, description = (_(text) if text else "" for text in (route.title, route.description))
    made = Page(route, whole.addresses.at(kind), title, description, view, room=route.room)
    return replace(made, **changes)


def group_pages(
    whole: WholeGuide, kind: str, title: str, view: Callable[[Context, str], Any], **changes: Any
) -> Iterator[Page]:
    """Give the pages of the groups where a kind of page is split; ``title`` has a hole for the group's name."""
    if whole.addresses.is_split(kind):
        for group in whole.catalogue.filled_groups:
            called = {
                "address": whole.addresses.of_group(kind, group.id),
                "title": whole.words.gettext(title).format(group=group.name),
                "description": whole.plainly(plain(group.summary), group.facts or ()),
                "section": group.id,
            }
            yield page(whole, kind, bound(view, group.id), **{**called, **changes})


def bound(view: Callable[[Context, Any], Any], subject: Any) -> Callable[[Context], Any]:
    """Return the view of one subject."""
    return lambda context: view(context, subject)


def written(address: str, title: str, description: str) -> Page:
    """Return what a page that was written by hand has in common with the others."""
    return Page(WRITTEN, address.removeprefix("./"), title, description, lambda _context: None)
