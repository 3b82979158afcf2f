"""The error page: whoever took a wrong turn is led back into the guide."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.page import Page
from generator.routes import NOT_FOUND
from generator.views.context import Link, WholeGuide


@dataclass(frozen=True)
class NotFound:
    """What the error page offers instead."""

    links: tuple[Link, ...]


def not_found(whole: WholeGuide, base: str) -> Page:
    """Return the error page; ``base`` leads from any address to the site's root, as it may be shown anywhere."""
    links = tuple(Link(title, base + address) for title, address in whole.offered("lost"))
    title = whole.words.gettext(NOT_FOUND.title)
    return Page(NOT_FOUND, "404/", title, "", lambda _context: NotFound(links))
