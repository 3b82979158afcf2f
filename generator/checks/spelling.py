"""When two spellings are one name for a reader: capitals, accents and the making of letters do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from generator.catalogue.whole import Catalogue
from generator.diagnostics import Path

_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f]")
_FOREIGN = re.compile("[^\\x00-\\x7f]")


def folded(text: str) -> str:
    """Return a text without capitals and accents, letter for letter, so that positions stay."""
    text = text.lower()
    if text.isascii():
        return text
    return _FOREIGN.sub(_bare, _SPACE.sub(" ", text))


def _bare(letter: re.Match[str]) -> str:
    return _BARE[letter[0]]


class _Bare(dict[str, str]):
    """Letters without their accents; a language has a few dozen that have one."""

    def __missing__(self, letter: str) -> str:
        self[letter] = normalize("NFD", letter)[0]
        return self[letter]


_BARE = _Bare()


def names(catalogue: Catalogue) -> Iterator[tuple[Path, str, str]]:
    """Give path, id and name of whatever readers know by a name of its own; terms explain, and are none of these."""
    for index, group in enumerate(catalogue.guide.groups):
        yield ("guide", "groups", index, "name"), group.id, group.name
    for key in (
        "parties",
        "contacts",
        "requesters",
        "requester_groups",
        "outcomes",
        "dimensions",
        "preconditions",
        "scopes",
        "pricing_rules",
        "modalities",
    ):
        for index, entry in enumerate(getattr(catalogue, key)):
            yield (key, index, "name"), entry.id, entry.name
    for index, scopes in enumerate(catalogue.scopes):
        for number, scope in enumerate(scopes.items):
            yield ("scopes", index, "items", number, "name"), scope.id, scope.name


def terms(catalogue: Catalogue) -> Iterator[tuple[Path, str, str]]:
    """Give path, id and form of each form of each term of the glossary."""
    for index, term in enumerate(catalogue.glossary):
        yield ("glossary", index, "term"), term.id, term.term
        if term.plural is not None:
            yield ("glossary", index, "plural"), term.id, term.plural
        for number, form in enumerate(term.also):
            yield ("glossary", index, "also", number), term.id, form
