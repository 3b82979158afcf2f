"""Where the links of a hand-written page lead: to a file beside it, to a page of the guide, or out of it."""

from __future__ import annotations

import posixpath
from collections.abc import Set
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.language.suggestion import suggestion

_MADE = ("", ".md", ".html", ".csv", ".xml", ".gz", ".css", ".js", ".json", ".txt")
"""What the names of files end in that a build makes."""


def targets(html: str) -> tuple[str, ...]:
    """Return where the links and pictures of a page lead, each once."""
    if "<a" not in html and "<img" not in html:
        return ()
    found = LexborHTMLParser(html).css("a[href], img[src]")
    return tuple(
        dict.fromkeys(str(each.attributes.get("href") or each.attributes.get("src") or "") for each in found)
    )


def ids(html: str) -> frozenset[str]:
    """Return the places on a page that a link may lead to."""
    found = LexborHTMLParser(html).css("[id], a[name]") if "=" in html else []
    return frozenset(str(each.attributes.get(name)) for each in found for name in ("id", "name"))


def leads_somewhere(target: str, uri: str, address: str, places: Set[str], ids: Set[str]) -> bool:
    """Tell whether a link of the page ``uri`` at ``address`` leads out of the guide, or to something in it.

    A way from the root of the host leads nowhere: a guide may lie in any folder of it.
    """
    try:
        scheme, host, path, _, place = urlsplit(target)
    except ValueError:
        return False
    if scheme or host:
        return True
    if not path:
        return not place or place.startswith("__") or unquote(place) in ids
    path = unquote(path)
    return not path.startswith("/") and any(_from(here, path) in places for here in (uri, address))


def is_to_a_file(target: str) -> bool:
    """Tell whether a link leads to a file that somebody has put there, whatever the guide's own pages are."""
    return posixpath.splitext(target.partition("#")[0].partition("?")[0])[1].lower() not in _MADE


def near(target: str, uri: str, places: Set[str], ids: Set[str]) -> str:
    """Return the file beside a page, or the place on it, that was likely meant; empty where there is none."""
    if target.startswith("#"):
        meant = suggestion(unquote(target[1:]), ids)
        return f"#{meant}" if meant else ""
    here = posixpath.dirname(uri)
    path = unquote(target.partition("#")[0])
    if path.startswith("/") and (file := f"{path.strip('/')}.md") in places:
        return posixpath.relpath(file, here or ".")
    return suggestion(path, [posixpath.relpath(each, here or ".") for each in places if each != uri])


def _from(here: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), path)).lstrip("/")
