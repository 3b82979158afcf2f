"""Menu and tabs on pages that neither names: the same for all of a folder, and written once for them.

Of a large guide most pages are not named: to write both anew on each would take longer than the rest of the shell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage


class Menus:
    """The menus of one build: ``written`` has those that stand on several pages."""

    def __init__(self) -> None:
        self.written: dict[tuple[str, str], str] = {}
        self._named: frozenset[str] | None = None

    def same(self, name: str, nav: Navigation, page: SitePage | None) -> tuple[str, str] | None:
        """Return what a menu is kept by: its name, and the folder whose pages have one.

        None for a page that the menu names, or something below it: it is marked there, or its links are shorter than
        those of the pages beside it.
        """
        if self._named is None:
            self._named = frozenset(url[:end] for url in _addresses(nav.items) for end in _ends(url))
        if page is None or page.url in self._named:
            return None
        return name, page.url.rstrip("/").rpartition("/")[0]


def _addresses(items: Iterable[StructureItem]) -> Iterator[str]:
    for item in items:
        yield getattr(item, "url", None) or ""
        yield from _addresses(getattr(item, "children", None) or ())


def _ends(address: str) -> Iterator[int]:
    """Give where an address ends, and each folder around it."""
    yield len(address)
    yield from (at + 1 for at, sign in enumerate(address) if sign == "/")
