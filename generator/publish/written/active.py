"""What on a hand-written page would run, look like another page, or ask another host, once Markdown has become HTML.

It is looked for in the HTML: there are many ways to write a script in Markdown, and one in which a browser sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from generator.language.addresses import SCHEMES, scheme

_TEXT = "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u"
_BLOCKS = "blockquote dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul var wbr"
_TABLES = "caption col colgroup table tbody td tfoot th thead tr"
_MARKS = "input label"
"""Tasks and tabs, as extensions of Markdown write them: they show or hide text of their own page, and send nothing."""
_PICTURES = "audio figcaption figure img picture source track video"
ELEMENTS = frozenset(" ".join((_TEXT, _BLOCKS, _TABLES, _MARKS, _PICTURES)).split())
"""What Markdown writes, and what else shows text and pictures; a page needs no more."""

_FRAME = frozenset(("html", "head", "body"))
"""What the parser itself puts around a piece of HTML."""

_ADDRESSES = frozenset(
    ("href", "src", "srcset", "poster", "cite", "longdesc", "background", "data", "action")
)
_REFUSED = frozenset(("style", "srcdoc", "formaction", "http-equiv", "ping", "is", "autofocus"))
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_IN_PICTURE = re.compile(r"<script|\son\w+(?=\s*=)|javascript:|<foreignObject|<!ENTITY", re.IGNORECASE)
_BOXES = ("checkbox", "radio")
ALIGNED = re.compile(r"text-align: (left|center|right);")
"""How Markdown aligns the cells of a table: a class takes its place."""

_STYLE = re.compile(rf' style="{ALIGNED.pattern}"')


_END = "<hr data-end>"
"""What is laid behind a page's HTML: where it is gone, a tag that nothing closes has taken it, and would take more."""


def found(html: str) -> Iterator[tuple[str, str]]:
    """Give each thing that a page may not have, and a word by which its place is found; each kind once."""
    seen: set[str] = set()
    for shown, word in _found(html):
        if shown not in seen:
            seen.add(shown)
            yield shown, word


def _found(html: str) -> Iterator[tuple[str, str]]:
    if "<" not in html:
        return
    tree = LexborHTMLParser(html + _END)
    if not tree.css("hr[data-end]"):
        yield "<…", "<"
    for node in tree.css("*"):
        tag = node.tag or ""
        attributes = node.attributes
        if tag not in ELEMENTS and not (tag in _FRAME and not attributes):
            yield f"<{tag}>", f"<{tag}"
        if tag == "input" and attributes.get("type") not in _BOXES:
            yield "<input>", "<input"
        for name, value in attributes.items():
            if name.startswith("on") or name in _REFUSED:
                if not (name == "style" and ALIGNED.fullmatch(value or "")):
                    yield f"{name}=", name
            elif name in _ADDRESSES or ":" in name:
                leads = scheme(value or "")
                if leads and leads not in SCHEMES:
                    yield f"{leads}:", f"{leads}:"


def in_file(uri: str, path: Path) -> str:
    """Return what of a file beside the pages would run once somebody opens it; empty where nothing would.

    No policy goes with such a file: a page of its own is none of the guide's, and a picture may hold a script.
    """
    ending = PurePosixPath(uri).suffix.lower()
    if ending in _PAGES:
        return f"<{ending.removeprefix('.')}>"
    if ending == ".svg" and (found := _IN_PICTURE.search(path.read_text(encoding="utf-8", errors="replace"))):
        return found[0].strip()
    return ""


def aligned(html: str) -> str:
    """Return the HTML of a page with classes where Markdown aligns cells by style, which no policy allows."""
    return _STYLE.sub(r' class="align-\1"', html)
