"""What kinds of pages a guide has: a row each, told once; and where each page lives, by ids and the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.i18n import N_, Words

HOME = ""

ONE_TABLE = 40
"""Up to so many modalities are compared in one table; of more, no screen holds them side by side."""

ONE_SHEET = 16
"""Up to so many modalities are summed up on one sheet of paper; of more, the comparison says it group by group."""

ONE_PAGE = 60
"""Up to so many modalities have their costs, and their gaps, on one page; of more, it would take too long to load."""

ONE_TREE = 300
"""Up to so many ends of the finder's tree stand on one page; of a larger one, its branches have pages of their own."""

ONE_TEXT = 5000
"""Up to so many lines of the catalogue are shown on one page."""

ONE_FILE = 100
"""Up to so many modalities the guide is also one file: of more, no browser would open it, and nobody would file it."""

Entries = Literal["group", "modality", "requester", "agreement", "open question", "fact", "term"]
"""The kinds of entries whose ids stand in addresses, or are anchors on a page."""

Room = Literal["text", "wide", "whole"]
"""The width that a page wants: that of a text, of a table beside its table of contents, or of the whole screen."""

HIDDEN = "hidden"
"""The part of pages that neither the navigation nor the search names."""

LAST_PART = "more"
"""The part of the navigation in which hand-written pages stand, too."""

PARTS: Mapping[str, str] = {
    "home": "",
    "modalities": "",
    "finder": "",
    "comparison": "",
    "costs": "",
    "bill": "",
    "requesters": "",
    LAST_PART: N_("Questions and sources"),
}
"""The parts of the navigation in their order, and of pages in the guide; one without a title has that of its page."""


def pgettext(context: str, message: str) -> str:  # noqa: ARG001 - Babel finds it by this name
    """Mark a message that has a context for extraction, and give it back as it is."""
    return message


@dataclass(frozen=True, kw_only=True)
class Route:
    """A kind of page: all that is known of it outside its own folder in `pages/`."""

    kind: str
    """Its name in the code, in `guide.pages` and in hand-written pages, and of its folder."""

    part: str
    """Its place in the navigation, one of `PARTS`."""

    title: str = ""
    """What links call it; a page of an entry is called as the entry."""

    description: str = ""

    slug: str = ""
    """Its address, in the guide's language."""

    each: Entries | None = None
    """It is a page for each of these entries, ``below`` the address of another kind."""

    below: str = ""

    where: Entries | None = None
    """A guide without such entries has no such page."""

    up_to: int = 0
    """A guide of more modalities than this has no such page; of 0, however many."""

    split_above: int = 0
    """In a guide of more modalities than this, each group has a page of its own below the page."""

    opens: bool = False
    """Whether it opens a section of the navigation."""

    room: Room = "text"

    anchors: tuple[str, ...] = ()
    """The anchors that its template has of its own, where ids are anchors, too."""

    prefixes: tuple[str, ...] = ()
    """Words with which it makes anchors of ids, so that they stay apart from bare ids."""

    ids: tuple[Entries, ...] = ()
    """Of these, each entry has an anchor on it: its id."""

    some_ids: tuple[Entries, ...] = ()
    """Of these, some entries have."""

    weight: float = 1.0
    """What it counts in the search: less where it mostly repeats what others say."""

    helps: tuple[Literal["lost", "search"], ...] = ()
    """Where it is offered: to whoever is lost, and where the search has found nothing."""

    linked: bool = False
    """Whether hand-written pages may link to it by its kind."""

    told: str = ""
    """What editors say of it; with this, a catalogue may give it words by which the search finds it."""

    markup: Literal["Service", "FAQPage"] | None = None
    """What it is to machines, by schema.org."""


ROWS = (
    Route(kind="home", part="home", title=N_("Home"), room="whole", weight=0.6, helps=("lost",)),
    Route(
        kind="modalities",
        part="modalities",
        title=N_("Modalities"),
        description=N_("All modalities, group by group, each with its price in a word."),
        slug=pgettext("address", "modalities"),
        opens=True,
        weight=0.6,
        helps=("lost",),
        told="The list of all modalities.",
    ),
    # Groups live beside the modalities, so that an address stays when a modality moves to another group.
    Route(kind="group", part="modalities", each="group", below="modalities", opens=True, weight=0.8),
    Route(kind="modality", part="modalities", each="modality", below="modalities", markup="Service"),
    Route(
        kind="finder",
        part="finder",
        title=N_("Which modality?"),
        description=N_("A few questions that lead you to the modality that fits your case."),
        slug=pgettext("address", "finder"),
        room="whole",
        helps=("lost", "search"),
        linked=True,
        told="The questions that lead to a modality.",
    ),
    Route(
        kind="costs",
        part="costs",
        title=N_("Will I pay?"),
        description=N_("What each case costs, who pays, and why, each with a short id."),
        slug=pgettext("address", "costs"),
        split_above=ONE_PAGE,
        room="wide",
        anchors=("simulator", "outcomes", "payers"),
        prefixes=("dimension", "group", "simulator"),
        ids=("modality",),
        helps=("lost", "search"),
        linked=True,
        told="What each case costs, and who pays.",
    ),
    Route(
        kind="bill",
        part="bill",
        title=N_("I was billed"),
        description=N_("Check a charge that you received: whether it agrees with the guide, and what to do."),
        slug=pgettext("address", "charge"),
        anchors=("by-hand",),
        prefixes=("bill",),
        weight=0.7,
        helps=("lost",),
        linked=True,
        told="The check of a charge that somebody received.",
    ),
    Route(
        kind="summary",
        part="comparison",
        title=N_("Summary"),
        description=N_("What each comes to, who pays and what comes first, on one sheet."),
        slug=pgettext("address", "summary"),
        up_to=ONE_SHEET,
        room="whole",
        weight=0.6,
        told="Price, payer and what comes first, on one sheet.",
    ),
    Route(
        kind="comparison",
        part="comparison",
        title=N_("Compare"),
        description=N_("All modalities side by side: scope, price, who pays, who may ask, what comes first."),
        slug=pgettext("address", "comparison"),
        split_above=ONE_TABLE,
        room="whole",
        helps=("lost",),
        linked=True,
        told="All modalities side by side.",
    ),
    Route(
        kind="requesters",
        part="requesters",
        title=N_("Who asks"),
        description=N_("What each kind of requester may ask for, what it costs, and who is billed."),
        slug=pgettext("address", "requesters"),
        opens=True,
        weight=0.7,
        told="Who may ask.",
    ),
    Route(
        kind="requester",
        part="requesters",
        each="requester",
        below="requesters",
        anchors=("overview", "cost", "others"),
        ids=("modality",),
        weight=0.7,
    ),
    Route(
        kind="open_questions",
        part=LAST_PART,
        title=N_("Open questions"),
        description=N_("What this guide does not answer, and whom to ask."),
        slug=pgettext("address", "open-questions"),
        split_above=ONE_PAGE,
        anchors=("asked", "gaps"),
        ids=("open question",),
        some_ids=("modality",),
        helps=("search",),
        linked=True,
        told="What the guide does not answer.",
        markup="FAQPage",
    ),
    Route(kind="agreement", part=LAST_PART, each="agreement", slug=pgettext("address", "before"), weight=0.7),
    Route(
        kind="glossary",
        part=LAST_PART,
        title=N_("Glossary"),
        description=N_("The words that the guide uses, explained."),
        slug=pgettext("address", "glossary"),
        where="term",
        ids=("term",),
        helps=("lost", "search"),
        linked=True,
        told="The words that the guide uses.",
    ),
    Route(
        kind="sources",
        part=LAST_PART,
        title=N_("Sources"),
        description=N_("Where each fact comes from, and every statement that rests on it."),
        slug=pgettext("address", "sources"),
        prefixes=("source",),
        ids=("fact",),
        weight=0.25,
        linked=True,
        told="Where each fact comes from.",
    ),
    Route(
        kind="catalogue",
        part=HIDDEN,
        title=N_("The catalogue"),
        description=N_("The file behind this guide, line by line."),
        slug=pgettext("address", "catalogue"),
        linked=True,
    ),
)
"""The kinds of pages that a catalogue is made into, in the order in which readers are offered them."""

ROUTES: Mapping[str, Route] = {
    route.kind: route for part in (*PARTS, HIDDEN) for route in ROWS if route.part == part
}
"""The same by their names, in the order in which they stand in the navigation."""

NOT_FOUND = Route(kind="not_found", part=HIDDEN, title=N_("Page not found"))
"""The error page: it has no address, as it may be shown at any."""

WRITTEN = Route(kind="written", part="written")
"""What a page is that was written by hand."""


class _At:
    """The address of a kind of page, as an attribute named as the kind is."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._kind = name

    def __get__(self, addresses: Addresses, owner: type) -> str:
        return addresses.at(self._kind)


@dataclass(frozen=True)
class Addresses:
    """Addresses relative to the site's root, each ending in a slash; the home page is the empty one.

    A guide of many ``modalities_number`` has a page for each group where others have one page of all; and one of many
    ``lines_number`` shows its catalogue on several.
    """

    words: Words
    modalities_number: int = 0
    lines_number: int = 0

    def at(self, kind: str, id_: str = "") -> str:
        """Return where a kind of page lives; of one for each entry, with the entry's id."""
        return f"{self._bases[kind]}{id_}/" if id_ else self._bases[kind]

    @cached_property
    def _bases(self) -> Mapping[str, str]:
        slugs = {kind: ROUTES[route.below or kind].slug for kind, route in ROUTES.items()}
        return {
            kind: self.words.pgettext("address", slug) + "/" if slug else HOME for kind, slug in slugs.items()
        }

    def is_split(self, kind: str) -> bool:
        """Tell whether each group has a page of its own, below the one that leads to them."""
        above = ROUTES[kind].split_above
        return bool(above) and self.modalities_number > above

    def of_group(self, kind: str, group: str) -> str:
        """Return where a kind of page tells of a group's modalities."""
        return f"{self.at(kind)}{group}/" if self.is_split(kind) else self.at(kind)

    modalities = _At()
    requesters = _At()
    comparison = _At()
    costs = _At()
    bill = _At()
    finder = _At()
    open_questions = _At()
    glossary = _At()
    sources = _At()
    catalogue = _At()

    @property
    def catalogue_is_split(self) -> bool:
        """Whether the text of the catalogue stands on several pages."""
        return self.lines_number > ONE_TEXT

    def comparison_of(self, group: str) -> str:
        """Return where the modalities of a group are compared."""
        return self.of_group("comparison", group)

    def comparison_sheet(self, group: str = "") -> str:
        """Return the file that holds a page of the comparison as a spreadsheet."""
        return f"{self.comparison}{group}.csv" if group else f"{self.comparison[:-1]}.csv"

    def costs_of(self, group: str) -> str:
        """Return where the costs of a group's modalities are told, each case."""
        return self.of_group("costs", group)

    def open_questions_of(self, group: str) -> str:
        """Return where it is told what is missing in a group's modalities."""
        return self.of_group("open_questions", group)

    def finder_of(self, answers: Iterable[tuple[str, str]]) -> str:
        """Return where the finder goes on after some answers, each a question and the first that leads there."""
        return self.finder + "".join(f"{question}-{answer}/" for question, answer in answers)

    def catalogue_of(self, line: int) -> str:
        """Return where a line of the catalogue stands; lines count from 1."""
        first = (line - 1) // ONE_TEXT * ONE_TEXT + 1
        return f"{self.catalogue}{first}/" if self.catalogue_is_split else self.catalogue

    @property
    def single_file(self) -> str:
        """Return the file that holds the whole guide; empty where the guide is too large for one."""
        return self.words.pgettext("address", "guide") + ".html" if self.modalities_number <= ONE_FILE else ""

    def modality(self, id_: str) -> str:
        return self.at("modality", id_)

    def group(self, id_: str) -> str:
        return self.at("group", id_)

    def requester(self, id_: str) -> str:
        return self.at("requester", id_)


def anchors(words: Words, kind: str) -> frozenset[str]:
    """Return the anchors that a kind of page has of its own, in the guide's language."""
    return frozenset(words.pgettext("anchor", name) for name in ROUTES[kind].anchors)


def prefixes(words: Words, kind: str) -> tuple[str, ...]:
    """Return how the anchors begin that a kind of page makes of ids, in the guide's language."""
    return tuple(words.pgettext("anchor", name) + "-" for name in ROUTES[kind].prefixes)


def case_anchor(case_id: str) -> str:
    """Return the anchor of a case on the page of costs."""
    return case_id.lower()
