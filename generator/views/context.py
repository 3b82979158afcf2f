"""What all views of one page share: the catalogue, the language, and links as seen from that page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from markupsafe import Markup, escape

from generator.analysis.page_ids import has_page
from generator.catalogue.root import Catalogue
from generator.decisions import finder
from generator.decisions.finder import Branch, Leaf
from generator.diagnostics import Path
from generator.i18n import Words
from generator.icons import Icon
from generator.pricing.table import PricedCase
from generator.relative import ON_SITE, Ways
from generator.routes import ROUTES, ROWS, Addresses, Route, case_anchor
from generator.views.term_links import Terms, from_here
from generator.wording.formatting import Formatter
from generator.wording.inline_markdown import inline


@dataclass(frozen=True, slots=True)
class Badge:
    """What a modality is known by beside its name, the same everywhere: its icon, or its code where it has none."""

    icon: Icon | None
    code: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text and where it leads, as seen from the page; of a modality with its sign."""

    text: str
    href: str
    sign: Badge | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """The facts behind a statement, as links to them; ``inferred`` are those among them that are inferences.

    There is one for each set of facts as seen from each depth, so that it can be told by its identity alone.
    """

    links: tuple[Link, ...]
    inferred: tuple[Link, ...]
    untold: bool
    """Whether all that they say is what no source tells."""
    facts: str
    """Their ids, for who reads a page by a program."""


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text ready to be shown, with the facts that it rests on."""

    html: Markup
    citation: Citation


class WholeGuide:
    """What is computed once for a whole guide and read by every page."""

    def __init__(
        self,
        catalogue: Catalogue,
        words: Words,
        lines: Callable[[Path], tuple[int, int]],
        icon: Callable[[str], Icon | None] = lambda _name: None,
        lines_number: int = 0,
    ) -> None:
        self.catalogue = catalogue
        self.words = words
        self.lines = lines
        self.addresses = Addresses(words, len(catalogue.modalities), lines_number)
        self.terms = Terms(catalogue.glossary)
        self.format = Formatter(catalogue, words)
        self.signs = {
            each.id: Badge(icon(each.icon) if each.icon else None, each.code) for each in catalogue.modalities
        }
        self._citations: dict[tuple[str, tuple[str, ...]], Citation] = {}
        self.notes: dict[tuple[str, str], Any] = {}
        """What `views/notes.py` writes once for all pages of a depth."""

    def has(self, route: Route) -> bool:
        """Tell whether the guide has a kind of page."""
        return has_page(self.catalogue, route)

    def offered(self, where: Literal["lost", "search"]) -> tuple[tuple[str, str], ...]:
        """Return the titles and addresses of the pages that help a reader there."""
        return tuple(
            (self.words.gettext(route.title), self.addresses.at(route.kind))
            for route in ROWS
            if where in route.helps and self.has(route)
        )

    @cached_property
    def tree(self) -> Branch | Leaf:
        """Return the finder's questions as a tree."""
        return finder.tree(self.catalogue.finder)

    def inferred(self, facts: Iterable[str]) -> bool:
        """Tell whether what rests on facts is marked as an inference."""
        return any(self.catalogue.facts[id_].concluded for id_ in facts)

    def plainly(self, text: str, facts: Iterable[str]) -> str:
        """Say a plain text where nothing can be marked or cited: an inference says in words that it is one."""
        if self.inferred(facts):
            return f"{text} ({self.words.gettext('inference')})"
        return text

    def citation(self, sources: str, facts: tuple[str, ...]) -> Citation:
        """Cite facts as links that begin as all do that lead to one."""
        known = self._citations.get((sources, facts))
        if known is None:
            links = {id_: Link(id_.upper(), f"{sources}{id_}") for id_ in facts}
            inferred = tuple(link for id_, link in links.items() if self.catalogue.facts[id_].concluded)
            untold = bool(facts) and all(self.catalogue.facts[id_].unknown for id_ in facts)
            known = Citation(tuple(links.values()), inferred, untold, " ".join(facts))
            self._citations[sources, facts] = known
        return known


@dataclass
class Context:
    """One page's view of the guide: links lead on from ``here``, a term is linked at its first mention."""

    whole: WholeGuide
    here: str
    ways: Ways = ON_SITE
    seen: set[str] = field(default_factory=set)
    cited: dict[str, None] = field(default_factory=dict)
    """The facts that the page cites, in their order."""
    for_scripts: set[str] = field(default_factory=set)
    """The facts that a script of the page may cite, beside those."""

    @property
    def catalogue(self) -> Catalogue:
        return self.whole.catalogue

    @property
    def addresses(self) -> Addresses:
        return self.whole.addresses

    @property
    def format(self) -> Formatter:
        return self.whole.format

    def gettext(self, message: str, **values: object) -> str:
        """Translate a message and fill it."""
        return self.whole.words.gettext(message).format(**values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a message in the form that a number asks for, and fill it, the number too."""
        return self.whole.words.ngettext(one, many, number).format(number=number, **values)

    def href(self, address: str, anchor: str = "") -> str:
        """Return how the page leads to another; empty where it cannot, and only the text of a link is shown."""
        return self.ways.page(self.here, address, anchor)

    def file(self, address: str) -> str:
        """Return how the page leads to a file of the site; empty where it cannot."""
        return self.ways.file(self.here, address)

    def prose(self, text: str, *, link_terms: bool = True) -> Markup:
        """Render a text of the catalogue."""
        html = from_here(inline(text), self.href)
        return self.whole.terms.link(html, self.seen, self._term_href) if link_terms else html

    def _term_href(self, id_: str) -> str:
        return self.href(self.addresses.glossary, id_)

    def citation(self, facts: Iterable[str]) -> Citation:
        named = dict.fromkeys(facts)
        self.cited.update(named)
        return self.whole.citation(self._sources, tuple(named))

    @cached_property
    def _sources(self) -> str:
        """How a link to a fact begins: a page cites a hundred times."""
        return self.href(self.addresses.sources, "-").removesuffix("-")

    def told(self, text: str, facts: Iterable[str], *, link_terms: bool = True) -> CitedText:
        return CitedText(self.prose(text, link_terms=link_terms), self.citation(facts))

    def named(self, name: str, facts: Iterable[str]) -> CitedText:
        """Cite the facts of a name or another line without marks of its own."""
        return CitedText(escape(name), self.citation(facts))

    def unread(self) -> tuple[Link, ...]:
        """Return the sources that could be read only in part, where the page tells what no source tells."""
        if not any(self.catalogue.facts[id_].unknown for id_ in self.cited):
            return ()
        there = self.addresses.sources
        return tuple(
            Link(each.title, self.href(there, each.facts[0].id))
            for each in self.catalogue.sources
            if each.read_in_part and each.facts
        )

    def page_link(self, kind: str, *, group: str = "") -> Link:
        """Link to a kind of page by its title; to where it tells of a ``group``, where that has a page of its own."""
        address = self.addresses.of_group(kind, group) if group else self.addresses.at(kind)
        return Link(self.gettext(ROUTES[kind].title), self.href(address))

    def modality_link(self, id_: str) -> Link:
        name = self.catalogue.modality[id_].name
        return Link(name, self.href(self.addresses.modality(id_)), self.whole.signs[id_])

    def requester_link(self, id_: str) -> Link:
        return Link(self.catalogue.requester[id_].name, self.href(self.addresses.requester(id_)))

    def case_link(self, case: PricedCase) -> Link:
        return Link(case.id, self.href(self.costs_of(case.modality), case_anchor(case.id)))

    def costs_of(self, modality: str) -> str:
        """Return the address of the page that tells what each case of a modality costs."""
        return self.addresses.costs_of(self.catalogue.modality[modality].group)

    def lines_link(self, path: Path) -> Link:
        """Link to the lines of the catalogue that hold an entry."""
        first, last = self.whole.lines(path)
        text = self.gettext("lines {first} to {last} of the catalogue", first=first, last=last)
        return Link(text, self.href(self.addresses.catalogue_of(first), f"l{first}"))
