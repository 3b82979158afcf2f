"""A built site as a reader meets it: pages, headings, tables read by their headers, statements with their facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from babel.numbers import format_currency
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import pricing
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, ScopeState
from generator.catalogue.pricing_rules import Price, PriceState
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.pricing.table import PricedCase
from generator.routes import Addresses
from generator.views import states
from generator.views.context import Context, WholeGuide
from generator.wording.inline_markdown import plain
from tests.catalogues import catalogue

ROOT = "http://guide.invalid/"
"""Any origin will do to resolve links against; `.invalid` belongs to nobody."""
CITATION = ".citation"
"""The mark of the facts behind a statement; what is inside it is not the statement's text."""
NOTES = ".notes"
"""What the marks of a page open: no part of what the page says."""
MARK = ".inferred"
"""The mark of an inference where its facts are not named: no part of the statement's text either."""
APART = ("br", "dd", "div", "dt", "li", "ol", "p", "td", "th", "tr", "ul")
"""Elements that a browser shows apart from the text before and after them."""
HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADINGS = ", ".join(HEADING_TAGS)


def squeeze(text: str) -> str:
    """Take white space as a browser does, and no-break spaces with it."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads within the site."""

    address: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as it stands on a page: its text, its facts in order, and whether it is marked as inferred."""

    text: str
    facts: tuple[str, ...]
    inferred: bool


def text_of(node: LexborNode) -> str:
    """Return the text of a node without its citations and without the sign that links to a heading."""
    return squeeze("".join(_texts(node)))


def _texts(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.is_text_node:
            yield child.text_content or ""
        elif child.tag in APART:
            yield " "
            yield from _texts(child)
            yield " "
        elif not (_is_citation(child) or _is_permalink(child) or _is_sign(child) or _is_notes(child)):
            yield from _texts(child)


def _is_citation(node: LexborNode) -> bool:
    return not {CITATION[1:], MARK[1:]}.isdisjoint((node.attributes.get("class") or "").split())


def _is_notes(node: LexborNode) -> bool:
    return NOTES[1:] in (node.attributes.get("class") or "").split()


def _is_sign(node: LexborNode) -> bool:
    """A modality's icon, or the code in its place, is not read aloud: its name stands beside it."""
    return "sign" in (node.attributes.get("class") or "").split()


def _is_permalink(node: LexborNode) -> bool:
    heading = node.parent
    return (
        node.tag == "a"
        and heading is not None
        and heading.tag in HEADING_TAGS
        and node.attributes.get("href") == f"#{heading.id}"
    )


class Table:
    """A table whose cells are found by the headings of their column and row."""

    def __init__(self, node: LexborNode) -> None:
        self.node = node
        caption = node.css_first("caption")
        self.caption = text_of(caption) if caption else ""
        self.columns = tuple(text_of(th) for th in node.css("thead th"))
        self.rows: list[Row] = []
        for body in node.css("tbody"):
            group = ""
            for tr in body.css("tr"):
                cells = [cell for cell in tr.iter() if cell.tag in ("td", "th")]
                if len(cells) == 1 and cells[0].attributes.get("scope") == "rowgroup":
                    group = text_of(cells[0])
                    continue
                assert len(cells) == len(self.columns), tr.html
                heading = next(cell for cell in cells if cell.attributes.get("scope") == "row")
                by_column = dict(zip(self.columns, cells, strict=True))
                self.rows.append(Row(tr, group, text_of(heading), heading, by_column))


@dataclass(frozen=True)
class Row:
    """A row of a table: its group, its heading, and its cells by column heading."""

    node: LexborNode
    group: str
    heading: str
    heading_cell: LexborNode
    cells: dict[str, LexborNode]

    def text(self, column: str) -> str:
        return text_of(self.cells[column])


class Page:
    """A page of a built site."""

    def __init__(self, site: Site, address: str, file: Path) -> None:
        self.site = site
        self.address = address
        self.html = LexborHTMLParser(file.read_text(encoding="utf-8"))

    def __repr__(self) -> str:
        return f"<{self.site.name} /{self.address}>"

    @cached_property
    def content(self) -> LexborNode:
        """What is the page's own: no navigation, no shell of the theme."""
        (content,) = self.html.css("main .guide")
        return content

    @cached_property
    def _noted(self) -> frozenset[int]:
        return frozenset(node.mem_id for node in self.content.css(f"{NOTES}, {NOTES} *"))

    @cached_property
    def title(self) -> str:
        return text_of(self.html.css("main h1")[0])

    def css(self, selector: str) -> list[LexborNode]:
        """Return what is selected of what the page says; its notes say it of other pages."""
        return [node for node in self.content.css(selector) if node.mem_id not in self._noted]

    def one(self, selector: str) -> LexborNode:
        (node,) = self.css(selector)
        return node

    def target(self, href: str | None) -> Target | None:
        """Return where a link leads, or None where it leaves the site."""
        assert href is not None
        parts = urlsplit(urljoin(ROOT + self.address, href))
        if f"{parts.scheme}://{parts.netloc}/" != ROOT:
            return None
        return Target(unquote(parts.path).lstrip("/"), unquote(parts.fragment))

    def links(self, node: LexborNode) -> list[tuple[str, Target | None]]:
        """Return text and target of each link in a node, citations, marks and heading signs left out."""
        cited = {link.mem_id for link in node.css(f"{CITATION}, {MARK}, {NOTES} a")}
        return [
            (text_of(link), self.target(link.attributes["href"]))
            for link in node.css("a[href]")
            if link.mem_id not in cited and not _is_permalink(link)
        ]

    def facts(self, node: LexborNode) -> tuple[str, ...]:
        """Return the facts that a node cites, each mark leading to one of those that it names aloud."""
        found: list[str] = []
        for mark in node.css(CITATION):
            target = self.target(mark.attributes["href"])
            facts = (mark.attributes["data-cites"] or "").split()
            assert target is not None
            assert target.address == self.site.addresses.sources
            assert target.anchor in facts
            assert mark.css(".visually-hidden")[0].text() == f": {', '.join(facts).upper()}"
            found += facts
        return tuple(found)

    def told(self, node: LexborNode) -> Told:
        marks = [each.text(deep=False) for each in node.css(CITATION)]
        inferred = self.site.word("inference") in marks
        return Told(text_of(node), self.facts(node), inferred)

    def section(self, anchor: str) -> Section:
        """Return what stands under a heading, up to the next one that is no deeper."""
        elements = self.css("*")
        start = next(i for i, node in enumerate(elements) if node.id == anchor and node.tag in HEADING_TAGS)
        level = elements[start].tag or ""
        apart = {node.mem_id for node in self.css("footer, footer *, nav, nav *")}
        inside = {node.mem_id for node in elements[start].css("*")}
        for node in elements[start + 1 :]:
            if node.tag in HEADING_TAGS and (node.tag or "") <= level:
                break
            if node.mem_id not in apart:
                inside.add(node.mem_id)
        return Section(self, elements[start], frozenset(inside))

    def has_section(self, anchor: str) -> bool:
        return any(node.id == anchor for node in self.css(HEADINGS))

    def definitions(self, nodes: list[LexborNode] | None = None) -> list[tuple[str, LexborNode]]:
        """Return the terms of definition lists with what is said of each."""
        found: list[tuple[str, LexborNode]] = []
        for pair in nodes if nodes is not None else self.css("dl > div"):
            (term,) = pair.css("dt")
            found += [(text_of(term), definition) for definition in pair.css("dd")]
        return found


@dataclass(frozen=True)
class Section:
    """What stands under one heading of a page."""

    page: Page
    heading: LexborNode
    inside: frozenset[int]

    def css(self, selector: str) -> list[LexborNode]:
        return [node for node in self.page.css(selector) if node.mem_id in self.inside]

    def one(self, selector: str) -> LexborNode:
        (node,) = self.css(selector)
        return node

    def table(self) -> Table:
        return Table(self.one("table"))

    @property
    def title(self) -> str:
        return text_of(self.heading)

    @property
    def text(self) -> str:
        return squeeze(" ".join(text_of(node) for node in self.css("p, li, dt, dd, td, th, summary")))


class Site:
    """A built site beside the catalogue that it was made from."""

    def __init__(self, name: str, folder: Path, path: Path, content: Path) -> None:
        self.name = name
        self.folder = folder
        self.path = path
        self.content = content
        self.catalogue: Catalogue = catalogue(path)
        self.words = words(self.catalogue.guide.language)
        self.locale = self.catalogue.guide.language.replace("-", "_")
        self.addresses = Addresses(self.words)
        self._context = Context(WholeGuide(self.catalogue, self.words, lambda _path: (1, 1)), "")
        self._pages: dict[str, Page] = {}
        self._cases: dict[str, tuple[PricedCase, ...]] = {}

    def __repr__(self) -> str:
        return f"<site {self.name}>"

    def page(self, address: str) -> Page:
        """Return the page at an address such as ``glossary/``; the error page is ``404.html``."""
        if address not in self._pages:
            file = self.folder / (address if address.endswith(".html") else f"{address}index.html")
            self._pages[address] = Page(self, address, file)
        return self._pages[address]

    def pages(self) -> list[Page]:
        """Return every page of the site, the error page too; the guide as one file has tests of its own."""
        whole = self.folder / self.addresses.single_file
        files = sorted(file for file in self.folder.rglob("*.html") if file != whole)
        addresses = [file.relative_to(self.folder).as_posix().removesuffix("index.html") for file in files]
        return [self.page(address) for address in addresses]

    def written_by_hand(self) -> list[str]:
        """Return the addresses of the pages that people wrote."""
        stems = [
            file.relative_to(self.content).with_suffix("").as_posix() for file in self.content.rglob("*.md")
        ]
        return [f"{stem.removesuffix('index').rstrip('/')}/".lstrip("/") for stem in stems]

    def generated(self) -> list[Page]:
        """Return the pages that were made from the catalogue, the error page too."""
        written = self.written_by_hand()
        return [page for page in self.pages() if page.address not in written]

    # What the catalogue says, in the words of the site's language.

    def word(self, message: str, **values: object) -> str:
        return squeeze(self.words.gettext(message).format(**values))

    def alternatives(self, words: Iterable[str]) -> str:
        """Write states of which one or the other holds: “Waived or charged”."""
        return self.between.join(word[0].lower() + word[1:] if at else word for at, word in enumerate(words))

    @property
    def between(self) -> str:
        """What stands between two states of which one or the other holds."""
        return f" {self.words.pgettext('between alternatives', 'or')} "

    def number(self, one: str, many: str, number: int) -> str:
        return squeeze(self.words.ngettext(one, many, number).format(number=number))

    def anchor(self, name: str) -> str:
        return self.words.pgettext("anchor", name)

    def told(self, text: str, facts: tuple[str, ...]) -> Told:
        once = tuple(dict.fromkeys(facts))
        return Told(squeeze(plain(text)), once, any(self.catalogue.facts[id_].concluded for id_ in once))

    def price_word(self, state: PriceState) -> str:
        return states.price_word(self.words, state)

    def scope_word(self, state: ScopeState) -> str:
        return states.scope_word(self.words, state)

    def access_word(self, state: Access) -> str:
        return states.access_word(self.words, state)

    def required_word(self, modality: Modality, precondition: str) -> str:
        """Say whether something must come first, which has no answer of the service that it is."""
        if any(each.precondition == precondition for each in modality.preconditions):
            return self.word("Needed")
        its_own = self.catalogue.precondition[precondition].service == modality.id
        return self.word("Does not apply" if its_own else "Not told")

    def money(self, amount: Price) -> str:
        """Write an amount as the guide's language does, with what it says of taxes."""
        taxes = {
            "included": "tax included",
            "excluded": "plus tax",
            "unknown": "no source tells whether tax is included",
        }
        return f"{self.money_alone(amount.value, amount.currency)} ({self.word(taxes[amount.tax])})"

    def money_alone(self, value: Decimal, currency: str | None) -> str:
        code = currency or self.catalogue.guide.currency
        return squeeze(format_currency(value, code, locale=self.locale, decimal_quantization=False))

    def party_name(self, party: str | None, state: PriceState) -> str:
        if party == UNKNOWN or state is PriceState.UNKNOWN:
            return self.word("Not told")
        if party is None:
            return self.word("Nobody" if state is PriceState.WAIVED else "Does not apply")
        name = self.catalogue.party[party].name
        return name[0].upper() + name[1:]

    def cases(self, modality: Modality) -> tuple[PricedCase, ...]:
        if modality.id not in self._cases:
            self._cases[modality.id] = tuple(pricing.cases(self.catalogue, modality))
        return self._cases[modality.id]

    def named(self, ids: list[str]) -> str:
        """Name requesters in the catalogue's order, a whole group by its own name at the place of its first."""
        names: dict[str, None] = {}
        for each in self.catalogue.requesters:
            whole_groups = [
                group for group in self.catalogue.requester_groups if set(group.members) <= set(ids)
            ]
            groups = [group.name for group in whole_groups if each.id in group.members]
            if each.id in ids:
                names[groups[0] if groups else each.name] = None
        return ", ".join(names)

    def in_sentence(self, ids: list[str]) -> list[str]:
        """Name requesters as `named` does, each as within a sentence, without the letter that may be a capital."""
        forms = {
            each.name: each.forms for each in (*self.catalogue.requesters, *self.catalogue.requester_groups)
        }
        return [(forms[name].subject or name)[1:] for name in self.named(ids).split(", ") if name]

    def requesters_in(self, text: str) -> set[str]:
        """Return the requesters that a text such as "Customer, Partners" names, groups taken apart."""
        names: dict[str, tuple[str, ...]] = {each.name: (each.id,) for each in self.catalogue.requesters}
        names |= {each.name: each.members for each in self.catalogue.requester_groups}
        named = [id_ for name in text.split(", ") for id_ in names[name]]
        assert len(named) == len(set(named)), f"{text} names somebody twice"
        return set(named)


def follow_each_other(levels: list[int]) -> bool:
    """Tell whether headings never go down more than one level at a time."""
    return all(after - before <= 1 for before, after in pairwise(levels))
