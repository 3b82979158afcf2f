"""The way from one page to another, so that a site works below any path."""

from __future__ import annotations

import posixpath
from functools import lru_cache


def relative(here: str, there: str, anchor: str = "") -> str:
    """Return the address of one page as a link from another."""
    hash_ = f"#{anchor}" if anchor else ""
    if here == there:
        return hash_ or "./"
    return _way(here, there) + hash_


class Ways:
    """How a page leads to another and to a file: on the site, as each is seen from it."""

    def page(self, here: str, there: str, anchor: str = "", /) -> str:
        return relative(here, there, anchor)

    def file(self, here: str, address: str, /) -> str:
        folder, _, name = address.rpartition("/")
        way = relative(here, f"{folder}/" if folder else "")
        return f"{way.removeprefix('./')}{name}"


ON_SITE = Ways()


@lru_cache(maxsize=4096)
def _way(here: str, there: str) -> str:
    path = posixpath.relpath("/" + there, "/" + here)
    return path if path.endswith("/") else path + "/"
