"""Where the links of a hand-written page lead: to a file beside it, to a page of the guide, or out of it.

MkDocs leads the links of Markdown from file to file, and leaves raw HTML as it is: a browser follows that from the
address of the page, which lies in a folder of its own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.language.suggestion import suggestion
from generator.publish.inline_images import OF_MARKDOWN

_MADE = ("", ".md", ".html", ".csv", ".xml", ".gz", ".css", ".js", ".json", ".txt")
"""What the names of files end in that a build makes."""

_LEADING = {
    "href": ("a", "area"),
    "src": ("img", "source", "track", "audio", "video", "iframe", "embed"),
    "srcset": ("img", "source"),
    "poster": ("video",),
    "data": ("object",),
}
"""What a browser follows or fetches, and on which elements."""

_LED = ", ".join(f"{tag}[{name}]" for name, tags in _LEADING.items() for tag in tags)
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:,|\s[^,]*|$)")
"""A picture of several sizes: its address, and how wide it is."""


class PageLink(NamedTuple):
    """Where something on a page leads, and how it is written."""

    target: str
    of_markdown: bool = True
    shows: bool = False
    """Whether it is shown or played, as a picture is: of nothing, there is nothing to see."""


@dataclass(frozen=True)
class Places:
    """What there is to link to."""

    files: Mapping[str, str]
    """What Markdown may name, by its address: files beside the pages, and those that pages of the guide stand for."""
    made: Set[str] = frozenset()
    """What else a build writes: only an address leads there."""
    bare: bool = True
    """Whether MkDocs lets a link of Markdown be that names an address instead of a file."""

    @cached_property
    def addresses(self) -> Set[str]:
        """All addresses, with and without the file that a browser is given there."""
        told = {*self.made, *map(unquote, self.files.values())}
        told |= {f"{each}index.html" for each in told if each.endswith("/")}
        return {posixpath.normpath(each) for each in told}

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The files that pages stand for, by their addresses."""
        return {posixpath.normpath(unquote(lies)): file for file, lies in self.files.items()}


class Standpoint(NamedTuple):
    """Where a page stands, by its file and by its address, and what there is to link to from it."""

    uri: str
    address: str
    places: Places
    ids: Set[str]
    """The places on the page itself."""


def links(html: str) -> tuple[PageLink, ...]:
    """Return where the links and pictures of a page lead, each once."""
    if "<" not in html:
        return ()
    return tuple(dict.fromkeys(each for node in LexborHTMLParser(html).css(_LED) for each in _of(node)))


def _of(node: LexborNode) -> Iterator[PageLink]:
    for name, tags in _LEADING.items():
        if node.tag in tags and name in node.attributes:
            value = node.attributes[name] or ""
            of_markdown = OF_MARKDOWN in node.attributes and name in ("href", "src")
            for target in _CANDIDATE.findall(value) if name == "srcset" else [value]:
                yield PageLink(target, of_markdown, shows=name != "href")


def ids(html: str) -> frozenset[str]:
    """Return the places on a page that a link may lead to."""
    found = LexborHTMLParser(html).css("[id], a[name]") if "=" in html else []
    return frozenset(str(each.attributes.get(name)) for each in found for name in ("id", "name"))


def leads_somewhere(link: PageLink, page: Standpoint) -> bool:
    """Tell whether a link of a page leads out of the guide, or to something in it.

    A way from the root of the host leads nowhere: a guide may lie in any folder of it.
    """
    try:
        scheme, host, path, _, place = urlsplit(link.target)
    except ValueError:
        return False
    if scheme or host:
        return True
    if not path:
        return not link.shows and (not place or place.startswith("__") or unquote(place) in page.ids)
    path = unquote(path)
    if path.startswith("/"):
        return False
    if link.of_markdown:
        if _from(page.uri, path) in page.places.files:
            return True
        if posixpath.splitext(path)[1] or not page.places.bare:  # MkDocs takes it for a file
            return False
    return _from(page.address, path) in page.places.addresses


def elsewhere(link: PageLink, page: Standpoint) -> tuple[str, str] | None:
    """Return the file of another page that a link leads to, and the place on it; None where it names neither."""
    scheme, host, path, _, place = urlsplit(link.target)
    path, place = unquote(path), unquote(place)
    if scheme or host or not path or not place or place.startswith("__"):
        return None
    if link.of_markdown and (file := _from(page.uri, path)) in page.places.files:
        return file, place
    lies = posixpath.normpath(_from(page.address, path).removesuffix("index.html"))
    return (page.places.pages[lies], place) if lies in page.places.pages else None


def is_to_a_file(target: str) -> bool:
    """Tell whether a link leads to a file that somebody has put there, whatever the guide's own pages are."""
    return posixpath.splitext(target.partition("#")[0].partition("?")[0])[1].lower() not in _MADE


def cure(link: PageLink, page: Standpoint) -> str:
    """Name how a link is mended that leads nowhere."""
    if link.target.startswith("#"):
        return "place"
    if not link.of_markdown:
        return "html"
    path = unquote(link.target.partition("#")[0].partition("?")[0])
    meant = {_from(here, path) for here in (page.uri, page.address)}
    return "made" if meant & page.places.made else "markdown"


def near(link: PageLink, page: Standpoint) -> str:
    """Return the file beside a page, or the place on it, that was likely meant; empty where there is none."""
    if cure(link, page) == "made":
        return ""
    if link.target.startswith("#"):
        meant = suggestion(unquote(link.target[1:]), page.ids)
        return f"#{meant}" if meant else ""
    path = unquote(link.target.partition("#")[0].partition("?")[0])
    here = posixpath.dirname(page.uri if link.of_markdown else page.address) or "."
    if path.startswith("/") and (file := f"{path.strip('/')}.md") in page.places.files:
        return _way(file, here, page.places, of_markdown=link.of_markdown)
    # Most likely it begins where a link of the other kind begins.
    meant = _from(page.address if link.of_markdown else page.uri, path)
    others = [(file, lies) for file, lies in page.places.files.items() if file != page.uri]
    for file, lies in others:
        if meant in (file, posixpath.normpath(unquote(lies))):
            return _way(file, here, page.places, of_markdown=link.of_markdown)
    ways = [_way(file, here, page.places, of_markdown=link.of_markdown) for file, _ in others]
    return suggestion(path, ways)


def _way(file: str, here: str, places: Places, *, of_markdown: bool) -> str:
    """Return the way from a folder to a file as Markdown has it, or else to the address of that."""
    there = file if of_markdown else places.files[file]
    return posixpath.relpath(there, here) + ("/" if there.endswith("/") else "")


def _from(here: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), path)).lstrip("/")
