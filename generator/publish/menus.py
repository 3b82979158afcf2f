"""The menu on the pages that it does not name: the same for all of a folder, so that it is written once for them.

A large guide's menu leaves out most of its pages; to write it anew on each would take longer than their frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage


class Menus:
    """The menus of one build: ``written`` has them by the folder of the pages on which they stand."""

    def __init__(self, nav: Navigation) -> None:
        self.written: dict[str, str] = {}
        self._named = frozenset(address[:end] for address in _addresses(nav.items) for end in _ends(address))

    def folder(self, page: SitePage | None) -> str | None:
        """Return the folder whose pages have one menu; None for a page that the menu names, or something below it.

        Such a page is marked in the menu, or its links are shorter than those of the pages beside it.
        """
        if page is None or page.url in self._named:
            return None
        return page.url.rstrip("/").rpartition("/")[0]


def _addresses(items: Iterable[StructureItem]) -> Iterator[str]:
    for item in items:
        yield getattr(item, "url", None) or ""
        yield from _addresses(getattr(item, "children", None) or ())


def _ends(address: str) -> Iterator[int]:
    """Give where an address ends, and each folder around it."""
    yield len(address)
    yield from (at + 1 for at, sign in enumerate(address) if sign == "/")
