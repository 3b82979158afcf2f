"""The site's navigation: parts and groups by name; a large group is left to its own page, lest every page list it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Any

from generator.pages import Page
from generator.routes import HIDDEN, HOME, LAST_PART, PARTS
from generator.views.context import WholeGuide

Entry = dict[str, Any] | str
"""As in MkDocs' ``nav``: a title with its page or with its entries, or a page that names itself."""

SMALL_GROUPS = 5
"""So many times the limit of one group may stand in all groups of a part together."""


def listed(pages: Mapping[str, Page], limit: int) -> frozenset[str]:
    """Return which pages the navigation names: all but hidden ones and the members of groups above ``limit``.

    Only a group with a page of its own stands there at all, and can be left to that page. Where a part has many small
    groups, all of them are: together they would be as long.
    """
    parts = Counter(page.part for page in pages.values() if not page.index)
    sizes = Counter((page.part, page.section) for page in pages.values() if not page.index)
    large = {
        (page.part, page.section)
        for page in pages.values()
        if page.index and (sizes[page.part, page.section] > limit or parts[page.part] > limit * SMALL_GROUPS)
    }
    opened = {(page.part, page.section) for page in pages.values() if page.index or not page.section}
    return frozenset(
        uri
        for uri, page in pages.items()
        if (page.part, page.section) in opened
        and page.part != HIDDEN
        and (page.index or (page.part, page.section) not in large)
    )


def leaves_out(pages: Mapping[str, Page], listed: Set[str]) -> bool:
    """Tell whether a guide is too large for its navigation to name every page."""
    return any(page.part != "hidden" and uri not in listed for uri, page in pages.items())


def layout(
    whole: WholeGuide, pages: Mapping[str, Page], shown: frozenset[str], hand_written: Sequence[str]
) -> list[Entry]:
    """Return MkDocs' ``nav``: a part for each question that a reader comes with."""

    def listed_in(part: str, section: str = "") -> list[tuple[str, str, bool]]:
        return [
            (_name(whole, page), uri, page.index)
            for uri, page in pages.items()
            if uri in shown and page.part == part and page.section == section
        ]

    made: list[Entry] = []
    for part, title in PARTS.items():
        within = [_section(listed_in(part, group.id)) for group in whole.catalogue.guide.groups]
        more = [entry for entries in within for entry in entries]
        if part == LAST_PART:
            more += hand_written
        made += _section(listed_in(part), whole.words.gettext(title) if title else "", more)
    return made


def _section(
    named: Sequence[tuple[str, str, bool]], title: str = "", more: Sequence[Entry] = ()
) -> list[Entry]:
    """Return pages as a section, where one opens it or it has a title; else as they are, side by side."""
    entries: list[Entry] = [{name: uri} for name, uri, _ in named]
    if named and named[0][2]:
        # The page that opens a section is named without a title: the theme takes it as the section's own.
        return [{title or named[0][0]: [named[0][1], *entries[1:], *more]}]
    return [{title: [*entries, *more]}] if title else [*entries, *more]


def _name(whole: WholeGuide, page: Page) -> str:
    """Return what a page is called where all of them are: the home page bears the name of the guide only itself."""
    return whole.words.gettext(page.route.title) if page.address == HOME else page.title
