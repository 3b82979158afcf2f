"""What the search reads: each page and headed part of the guide, with the words by which readers look for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from generator.i18n import N_, listed
from generator.pages import Page
from generator.publish import shape
from generator.publish.assets import COMPONENTS, PACKAGE
from generator.publish.search_parts import PagePart, PageTable, cut, opening
from generator.rendering import Rendered
from generator.views.context import WholeGuide
from generator.wording.inline_markdown import plain

VERSION = "4"
"""The shape of the published index; `browser/search_index.js` names the one that it reads, and refuses any other."""

FILE = "search.json"
"""The index, beside the scripts that read it."""

LARGE = 80
"""A guide of more pages has only the pages in its index: a reader's machine has to hold it, and to search it."""

LONGEST = 600
"""Letters of a page's text in the index of a large guide."""

MARKUP = 20
"""Letters of HTML in which a letter of text is surely told."""

UNTOLD = (
    N_("Not told"),
    N_("No source tells."),
    N_("No source names anything that must come first."),
    N_("No source tells how to ask for it."),
)
"""How a page says that nothing is known: what consists of that comes after what tells something."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page of the guide: ``address`` from the site's root, ``text`` up to the first heading.

    The first ``names`` of its ``words`` are the guide's own and shown; the others are those of readers, who may ask
    for what is not so.
    """

    address: str
    title: str
    text: str
    words: tuple[str, ...] = ()
    parts: tuple[PagePart, ...] = ()
    weight: float = 1.0
    names: int = 0


@dataclass
class Index:
    """Gathers the entries of a guide while its pages are written."""

    whole: WholeGuide
    large: bool = False
    entries: list[SearchEntry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._words = _words(self.whole)
        self._names = {
            self.whole.addresses.modality(each.id): len(each.earlier_names)
            for each in self.whole.catalogue.modalities
        }
        self._untold = tuple(map(self.whole.words.gettext, UNTOLD))
        pgettext = self.whole.words.pgettext
        # What a page says of itself, and the terms that it repeats from the glossary.
        self._left_out = frozenset((pgettext("anchor", "origin"),))

    def add(self, page: Page, rendered: Rendered) -> None:
        """Add a generated page; one that nobody should find is left out."""
        if page.part == "hidden":
            return
        if page.route.kind == "glossary":
            text, parts = page.description, _terms(self.whole)
        elif self.large:
            text = opening(rendered.opening or rendered.html[: LONGEST * MARKUP])
            text, parts = _described(page.description, text)[:LONGEST], ()
        else:
            titles = {heading.anchor: heading.title for heading in rendered.headings}
            text, parts = cut(rendered.html, titles.get, self._untold)
            text = _described(page.description, text)
            parts = tuple(part for part in parts if part.anchor not in self._left_out)
            if page.address == self.whole.addresses.open_questions:
                asked = self.whole.words.pgettext("anchor", "asked")
                parts = (*_questions(self.whole), *(part for part in parts if part.anchor != asked))
        weight = page.route.weight
        words = self._words.get(page.address, ())
        names = self._names.get(page.address, 0)
        self.entries.append(SearchEntry(page.address, page.title, text, words, parts, weight, names))

    def add_written(self, address: str, title: str, description: str, body: str) -> None:
        """Add a page that was written by hand, from the HTML of its text."""
        text, parts = cut(body, None)
        self.entries.append(SearchEntry(address, title, _described(description, text), (), parts))

    def text(self) -> str:
        """Return the index as strict JSON; what is empty is left out."""
        language = self.whole.catalogue.guide.language
        made: shape.PublishedIndex = {
            "version": VERSION,
            "language": read_by(language),
            "pages": [_page(entry) for entry in self.entries],
        }
        return json.dumps(made, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def read_by(language: str) -> shape.IndexLanguage:
    """Return the lists by which a language is read; one that it lacks is empty."""
    return {
        "plurals": listed(language, "plurals") or [],
        "endings": listed(language, "endings") or [],
        "stopwords": listed(language, "stopwords") or [],
        "negations": listed(language, "negations") or [],
        "alike": listed(language, "alike") or [],
    }


def made_of(source: str, hand_written: Mapping[str, str]) -> str:
    """Return what an index is made of, long before it is made: the address of its folder stands on every page."""
    folders = (
        PACKAGE / "templates",
        COMPONENTS,
        *(PACKAGE / each for each in ("views", "wording", "pages", "locale")),
    )
    makers = [
        *(PACKAGE / name for name in ("routes.py", "rendering.py")),
        *(PACKAGE / "publish" / name for name in ("search.py", "search_parts.py")),
    ]
    for folder in folders:
        makers += sorted(
            path for path in folder.rglob("*") if path.suffix in (".jinja", ".py", ".po", ".txt")
        )
    written = (part for page in hand_written.items() for part in page)
    return "\0".join((source, *written, *(path.read_text(encoding="utf-8") for path in makers)))


def box(environment: Environment, whole: WholeGuide) -> Markup:
    """Return the button and the dialog that stand on every page; addresses count from the site's root."""
    macro = environment.get_template("components/search/macro.html.jinja").module
    return Markup(macro.search(whole.offered("search")))  # type: ignore[attr-defined]


def _words(whole: WholeGuide) -> dict[str, tuple[str, ...]]:
    """Return, by page, the words besides its title that readers look for it by."""
    catalogue, addresses = whole.catalogue, whole.addresses
    found = {
        addresses.modality(each.id): (*(name.name for name in each.earlier_names), *each.searched_as)
        for each in catalogue.modalities
    }
    for each in catalogue.preconditions:
        found[addresses.at("agreement", each.id)] = each.searched_as
    for words in catalogue.guide.pages:
        address = addresses.at(words.page.value)
        found[address] = (*found.get(address, ()), *words.searched_as)
    return found


def _terms(whole: WholeGuide) -> tuple[PagePart, ...]:
    return tuple(
        PagePart(
            term.id,
            term.term,
            whole.plainly(plain(term.definition), term.facts),
            (*term.plural, *term.also, *term.searched_as),
            names=len((*term.plural, *term.also)),
        )
        for term in whole.catalogue.glossary
    )


def _questions(whole: WholeGuide) -> tuple[PagePart, ...]:
    return tuple(
        PagePart(
            each.id, each.question, whole.plainly(plain(each.status), each.facts), each.searched_as, tells=0
        )
        for each in whole.catalogue.open_questions
    )


def _described(description: str, text: str) -> str:
    # Most pages open with what describes them.
    return text if text.startswith(description) else f"{description} {text}".strip()


def _page(entry: SearchEntry) -> shape.IndexPage:
    made: shape.IndexPage = {"at": entry.address, "title": entry.title, "text": entry.text}
    if entry.words:
        made["words"] = list(entry.words)
    if entry.names:
        made["names"] = entry.names
    if entry.weight != 1:
        made["weight"] = entry.weight
    if entry.parts:
        made["parts"] = [_part(part) for part in entry.parts]
    return made


def _part(part: PagePart) -> shape.IndexPart:
    made: shape.IndexPart = {"at": part.anchor, "title": part.title, "text": part.text}
    if part.words is not None:
        made["words"] = list(part.words)
    if part.names:
        made["names"] = part.names
    if part.table.rows:
        made["table"] = _table(part.table)
    if part.tells != 1:
        made["tells"] = part.tells
    return made


def _table(table: PageTable) -> shape.IndexTable:
    rows: list[shape.IndexRow] = [
        {"cells": list(row.cells), "named": dict(row.named)} if row.named else {"cells": list(row.cells)}
        for row in table.rows
    ]
    return {"heads": list(table.heads), "first": table.first, "rows": rows}
