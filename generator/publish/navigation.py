"""The site's navigation: parts and groups by name; a large group is left to its own page, lest every page list it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from generator.pages import Page
from generator.views.context import Whole

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
        and page.part != "hidden"
        and (page.index or (page.part, page.section) not in large)
    )


def layout(
    whole: Whole, pages: Mapping[str, Page], shown: frozenset[str], hand_written: Sequence[str]
) -> list[Entry]:
    """Return MkDocs' ``nav``: a part for each question that a reader comes with."""
    _ = whole.words.gettext

    def part(name: str, section: str = "") -> list[Entry]:
        return [
            {page.title: uri}
            for uri, page in pages.items()
            if uri in shown and page.part == name and page.section == section
        ]

    def untitled(entries: list[Any]) -> list[Any]:
        # The page that opens a section is named without a title: the theme takes it as the section's own.
        first, *rest = entries
        return [next(iter(first.values())), *rest]

    groups = [{group.name: untitled(part("modalities", group.id))} for group in whole.catalogue.guide.groups]
    return [
        {_("Home"): next(uri for uri, page in pages.items() if page.part == "home")},
        {_("Modalities of service"): [*untitled(part("modalities")), *groups]},
        *part("finder"),
        *part("comparison"),
        *part("costs"),
        {_("Who asks"): untitled(part("requesters"))},
        {_("Questions and sources"): [*part("more"), *hand_written]},
    ]
