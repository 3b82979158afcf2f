"""What the search reads: each page and headed part of the guide, with the words by which readers look for it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from generator.pages import Page, Rendered
from generator.publish.assets import COMPONENTS, PACKAGE
from generator.views.context import Whole
from generator.views.prose import plain

VERSION = "1"
"""The shape of the published index; `browser/finding.js` names the one that it reads, and refuses any other."""

FILE = "search.json"
"""The index, beside the scripts that read it."""

LARGE = 80
"""A guide of more pages has only the pages in its index: a reader's machine has to hold it, and to search it."""

LONGEST = 600
"""Letters of a page's text in the index of a large guide."""

WEIGHTS = {"home": 0.6, "groups": 0.6, "group": 0.8, "requesters": 0.7, "requester": 0.7, "sources": 0.25}
"""What a page counts that mostly repeats what others say, by its template."""

_LEFT_OUT = re.compile(
    r'<a class="permalink".*?</a>|<h1\b.*?</h1>|<span class="citation">.*?</a></span>|<span class="sign".*?</span>'
    r'|<p\b[^>]* data-(?:needs-script|failed)\b.*?</p>|<form class="comparison.*?</form>|<nav\b.*?</nav>|<footer.*',
    re.DOTALL,
)
_HEADING = re.compile(r'<h([234])[^>]* id="([^"]+)".*?</h\1>', re.DOTALL)
_PARTED = ("td", "th", "li", "dt", "dd", "p", "h2", "h3", "h4", "caption", "summary", "legend")
_BLOCKS = tuple(f"</{tag}>" for tag in _PARTED)
_TAG = re.compile(r"<[^>]*(?:>|$)")
_STRAY_SPACE = re.compile(r"(?<=[(“]) | (?=[,.;:!?)”](?:[ \ue000]|$))")
_APART = "\ue000"
"""Stands between two cells or items for a while: no text of a catalogue has it."""

_NEEDLESS = re.compile(r"(?<=[.:;,!?…]) ·")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page under a heading, or a term of the glossary.

    A term's title is its name, and ``words`` lead to it as well. A heading such as "Examples" stands on many pages, and
    names none: it has no ``words``.
    """

    anchor: str
    title: str
    text: str
    words: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the guide: ``address`` from the site's root, ``text`` up to the first heading."""

    address: str
    title: str
    text: str
    words: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    weight: float = 1.0


@dataclass
class Index:
    """Gathers the entries of a guide while its pages are written."""

    whole: Whole
    large: bool = False
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._words = _words(self.whole)
        pgettext = self.whole.words.pgettext
        # What a page says of itself, and the terms that it repeats from the glossary.
        self._left_out = frozenset((pgettext("anchor", "origin"), pgettext("anchor", "terms")))

    def add(self, page: Page, rendered: Rendered) -> None:
        """Add a generated page; one that nobody should find is left out."""
        if page.part == "hidden":
            return
        if page.template == "glossary":
            text, parts = page.description, _terms(self.whole)
        elif self.large:
            text, parts = _intro(page.description, rendered.html), ()
        else:
            titles = {heading.anchor: heading.title for heading in rendered.headings}
            text, parts = _cut(page.description, rendered.html, titles.get)
            parts = tuple(part for part in parts if part.anchor not in self._left_out)
        weight = WEIGHTS.get(page.template, 1.0)
        words = self._words.get(page.address, ())
        self.entries.append(Entry(page.address, page.title, text, words, parts, weight))

    def add_written(self, address: str, title: str, description: str, body: str) -> None:
        """Add a page that was written by hand, from the HTML of its text."""
        text, parts = _cut(description, body, None)
        self.entries.append(Entry(address, title, text, (), parts))

    def text(self) -> str:
        """Return the index as strict JSON; what is empty is left out."""
        made = {
            "version": VERSION,
            "language": self.whole.catalogue.guide.language,
            "pages": [_page(entry) for entry in self.entries],
        }
        return json.dumps(made, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def made_of(source: str, hand_written: Mapping[str, str]) -> str:
    """Return what an index is made of, long before it is made: the address of its folder stands on every page."""
    folders = (PACKAGE / "templates", COMPONENTS, PACKAGE / "views", PACKAGE / "locale")
    makers = [PACKAGE / "pages.py", PACKAGE / "publish" / "search.py"]
    for folder in folders:
        makers += sorted(path for path in folder.rglob("*") if path.suffix in (".jinja", ".py", ".po"))
    written = (part for page in hand_written.items() for part in page)
    return "\0".join((source, *written, *(path.read_text(encoding="utf-8") for path in makers)))


def box(environment: Environment, whole: Whole) -> Markup:
    """Return the button and the dialog that stand on every page; addresses count from the site's root."""
    addresses, _ = whole.addresses, whole.words.gettext
    ways = [(_("Which modality?"), addresses.finder), (_("Open questions"), addresses.open_questions)]
    if whole.catalogue.glossary:
        ways.append((_("Glossary"), addresses.glossary))
    macro = environment.get_template("components/search/macro.html.jinja").module
    return Markup(macro.search(ways))  # type: ignore[attr-defined]


def _words(whole: Whole) -> dict[str, tuple[str, ...]]:
    """Return, by page, the words besides its title that readers look for it by."""
    catalogue, addresses = whole.catalogue, whole.addresses
    found = {
        addresses.modality(each.id): (*(name.name for name in each.earlier_names), *each.searched_as)
        for each in catalogue.modalities
    }
    for words in catalogue.guide.pages:
        address = getattr(addresses, words.page.value)
        found[address] = (*found.get(address, ()), *words.searched_as)
    return found


def _terms(whole: Whole) -> tuple[Part, ...]:
    return tuple(
        Part(
            term.id,
            term.term,
            plain(term.definition),
            (*((term.plural,) if term.plural else ()), *term.also, *term.searched_as),
        )
        for term in whole.catalogue.glossary
    )


def _cut(
    description: str, page: str, title: Callable[[str], str | None] | None
) -> tuple[str, tuple[Part, ...]]:
    """Cut a page into what stands before its first heading, and its headed parts; ``title`` knows which are some."""
    body = _bare(page)
    heads = [(match, title(match[2]) if title else _text(match[0])) for match in _HEADING.finditer(body)]
    heads = [(match, told) for match, told in heads if told]
    ends = [*(match.start() for match, _ in heads), len(body)]
    parts = tuple(
        Part(match[2], told or "", _text(body[match.end() : end]))
        for (match, told), end in zip(heads, ends[1:], strict=True)
    )
    return _described(description, _text(body[: ends[0]])), parts


def _intro(description: str, page: str) -> str:
    """Return how a page of a large guide begins."""
    start = _HEADING.search(page)
    body = page[: start.start()] if start else page[: 20 * LONGEST]
    return _described(description, _text(_bare(body)))[:LONGEST]


def _described(description: str, text: str) -> str:
    # Most pages open with what describes them.
    return text if text.startswith(description) else f"{description} {text}".strip()


def _bare(page: str) -> str:
    """Return HTML without what is not searched, and with a mark after each cell, item and paragraph."""
    body = _LEFT_OUT.sub("", page)
    for end in _BLOCKS:
        body = body.replace(end, end + _APART)
    return body


def _text(fragment: str) -> str:
    """Return the words of HTML as they are read in one line."""
    # A space for each tag, so that the last word of one cell never grows together with the first of the next.
    words = html.unescape(_TAG.sub(" ", fragment)).split()
    pieces = (piece.strip() for piece in _STRAY_SPACE.sub("", " ".join(words)).split(_APART))
    return _NEEDLESS.sub("", " · ".join(piece for piece in pieces if piece))


def _page(entry: Entry) -> dict[str, object]:
    made: dict[str, object] = {"at": entry.address, "title": entry.title, "text": entry.text}
    if entry.words:
        made["words"] = entry.words
    if entry.weight != 1:
        made["weight"] = entry.weight
    if entry.parts:
        made["parts"] = [_part(part) for part in entry.parts]
    return made


def _part(part: Part) -> dict[str, object]:
    made: dict[str, object] = {"at": part.anchor, "title": part.title, "text": part.text}
    if part.words is not None:
        made["words"] = part.words
    return made
