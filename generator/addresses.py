"""Where each page and part of the guide lives: addresses come from ids and the language, never from headings."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.words import Words

HOME = ""

ANCHORS = {
    "costs": ("simulator", "outcomes", "payers"),
    "open_questions": ("asked", "gaps"),
    "requester": ("overview", "cost", "others"),
}
"""For each page on which ids of the catalogue are anchors too: the anchors of its own, as its template names them."""

PREFIXES = {"costs": ("dimension", "simulator"), "sources": ("source",)}
"""Words with which a page makes anchors of ids, so that they stay apart from bare ids."""


@dataclass(frozen=True)
class Addresses:
    """Addresses relative to the site's root, each ending in a slash; the home page is the empty one."""

    words: Words

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
