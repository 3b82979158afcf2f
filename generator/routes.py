"""Where each page and part of the guide lives: addresses come from ids and the language, never from headings."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.i18n import Words

HOME = ""

ONE_TABLE = 40
"""Up to so many modalities are compared in one table; of more, no screen holds them side by side."""

ONE_PAGE = 60
"""Up to so many modalities have their costs, and their gaps, on one page; of more, it would take too long to load."""

ONE_TREE = 300
"""Up to so many ends of the finder's tree stand on one page; of a larger one, its branches have pages of their own."""

ONE_TEXT = 5000
"""Up to so many lines of the catalogue are shown on one page."""

ONE_FILE = 100
"""Up to so many modalities the guide is also one file: of more, no browser would open it, and nobody would file it."""

ANCHORS = {
    "costs": ("simulator", "outcomes", "payers"),
    "open_questions": ("asked", "gaps"),
    "requester": ("overview", "cost", "others"),
}
"""For each page on which ids of the catalogue are anchors too: the anchors of its own, as its template names them."""

PREFIXES = {"costs": ("dimension", "group", "simulator"), "sources": ("source",)}
"""Words with which a page makes anchors of ids, so that they stay apart from bare ids."""


@dataclass(frozen=True)
class Addresses:
    """Addresses relative to the site's root, each ending in a slash; the home page is the empty one.

    A guide of many ``modalities_number`` has a page for each group where others have one page of all; and one of many
    ``lines_number`` shows its catalogue on several.
    """

    words: Words
    modalities_number: int = 0
    lines_number: int = 0

    @cached_property
    def modalities(self) -> str:
        return self.words.pgettext("address", "modalities") + "/"

    @cached_property
    def requesters(self) -> str:
        return self.words.pgettext("address", "requesters") + "/"

    @cached_property
    def comparison(self) -> str:
        return self.words.pgettext("address", "comparison") + "/"

    @cached_property
    def costs(self) -> str:
        return self.words.pgettext("address", "costs") + "/"

    @cached_property
    def finder(self) -> str:
        return self.words.pgettext("address", "finder") + "/"

    @cached_property
    def open_questions(self) -> str:
        return self.words.pgettext("address", "open-questions") + "/"

    @cached_property
    def glossary(self) -> str:
        return self.words.pgettext("address", "glossary") + "/"

    @cached_property
    def sources(self) -> str:
        return self.words.pgettext("address", "sources") + "/"

    @cached_property
    def catalogue(self) -> str:
        return self.words.pgettext("address", "catalogue") + "/"

    @property
    def comparison_is_split(self) -> bool:
        """Whether each group is compared on a page of its own."""
        return self.modalities_number > ONE_TABLE

    @property
    def costs_are_split(self) -> bool:
        """Whether each group has its costs on a page of its own."""
        return self.modalities_number > ONE_PAGE

    @property
    def open_questions_are_split(self) -> bool:
        """Whether each group has what is missing in its modalities on a page of its own."""
        return self.modalities_number > ONE_PAGE

    @property
    def catalogue_is_split(self) -> bool:
        """Whether the text of the catalogue stands on several pages."""
        return self.lines_number > ONE_TEXT

    def comparison_of(self, group: str) -> str:
        """Return where the modalities of a group are compared."""
        return f"{self.comparison}{group}/" if self.comparison_is_split else self.comparison

    def comparison_sheet(self, group: str = "") -> str:
        """Return the file that holds a page of the comparison as a spreadsheet."""
        return f"{self.comparison}{group}.csv" if group else f"{self.comparison[:-1]}.csv"

    def costs_of(self, group: str) -> str:
        """Return where the costs of a group's modalities are told, each case."""
        return f"{self.costs}{group}/" if self.costs_are_split else self.costs

    def open_questions_of(self, group: str) -> str:
        """Return where it is told what is missing in a group's modalities."""
        return f"{self.open_questions}{group}/" if self.open_questions_are_split else self.open_questions

    def finder_of(self, answers: Iterable[tuple[str, str]]) -> str:
        """Return where the finder goes on after some answers, each a question and the first that leads there."""
        return self.finder + "".join(f"{question}-{answer}/" for question, answer in answers)

    def catalogue_of(self, line: int) -> str:
        """Return where a line of the catalogue stands; lines count from 1."""
        first = (line - 1) // ONE_TEXT * ONE_TEXT + 1
        return f"{self.catalogue}{first}/" if self.catalogue_is_split else self.catalogue

    @property
    def one_file(self) -> str:
        """Return the file that holds the whole guide; empty where the guide is too large for one."""
        return self.words.pgettext("address", "guide") + ".html" if self.modalities_number <= ONE_FILE else ""

    def modality(self, id_: str) -> str:
        return f"{self.modalities}{id_}/"

    def group(self, id_: str) -> str:
        # Beside the modalities, so that an address stays when a modality moves to another group.
        return f"{self.modalities}{id_}/"

    def requester(self, id_: str) -> str:
        return f"{self.requesters}{id_}/"


def anchors(words: Words, page: str) -> frozenset[str]:
    """Return the anchors that a page has of its own, in the guide's language."""
    return frozenset(words.pgettext("anchor", name) for name in ANCHORS.get(page, ()))


def prefixes(words: Words, page: str) -> tuple[str, ...]:
    """Return how the anchors begin that a page makes of ids, in the guide's language."""
    return tuple(words.pgettext("anchor", name) + "-" for name in PREFIXES.get(page, ()))


def case_anchor(case_id: str) -> str:
    """Return the anchor of a case on the page of costs."""
    return case_id.lower()


def relative(here: str, there: str, anchor: str = "") -> str:
    """Return the address of one page as a link from another, so that the site works below any path."""
    hash_ = f"#{anchor}" if anchor else ""
    if here == there:
        return hash_ or "./"
    return _way(here, there) + hash_


@lru_cache(maxsize=4096)
def _way(here: str, there: str) -> str:
    path = posixpath.relpath("/" + there, "/" + here)
    return path if path.endswith("/") else path + "/"
