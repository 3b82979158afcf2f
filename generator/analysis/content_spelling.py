"""Misspelt words of hand-written pages: the catalogue is not the only place where a slip of the pen costs trust.

A page is judged as it was written, so that line and column are those of its file. It may name words that are right in
its front matter; those that the catalogue accepts are right there, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.spelling import placed, strangers
from generator.catalogue.root import Catalogue
from generator.language import code_spans
from generator.language.covered import covered

# No piece looks beyond where the next of its kind opens: what never closes is gone through once.
_NO_PROSE = re.compile(
    r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}"  # what the catalogue fills in
    r"|<!--(?:(?!<!--).)*?-->|<(?=[/a-zA-Z!])[^<>]*>|&\w+;"
    r"|:[\w-]+:"  # a sign of the theme
    r"|\]\([^)\]]*\)|\]\[[^\]]*\]|^ *\[[^\]\n]+\]:.*?$"  # where links lead
    r"|\{[^{}]*\}",  # attributes
    re.DOTALL | re.MULTILINE,
)
_SHOWN = re.compile(r"(?:title|description):")


class Strange(NamedTuple):
    """A word that nothing knows, where it stands first (line and column count from 1), and what was likely meant."""

    word: str
    line: int
    column: int
    near: str


def seen(front: str) -> str:
    """Return the front matter of a page with nothing left but what readers see of it, where it stands."""
    return "".join(
        " " * found.end() + line[found.end() :]
        if (found := _SHOWN.match(line))
        else "\n" * line.endswith("\n")
        for line in front.splitlines(keepends=True)
    )


def prose(text: str) -> str:
    """Return a page's Markdown with blanks for what is no prose; lines and columns stay."""
    shown = code_spans.without(code_spans.without_blocks(text)[0])
    return _NO_PROSE.sub(lambda found: covered(found[0]), shown)


def misspelt(catalogue: Catalogue, text: str, accepted: Iterable[str] = ()) -> tuple[Strange, ...]:
    """Return the misspelt words of a page's Markdown, in their order; code, links and tags are no words."""
    shown = prose(text)
    first: dict[str, int] = {}
    for at, word in placed(shown):
        first.setdefault(word, at)
    near = strangers(catalogue, first.keys(), accepted)
    return tuple(
        Strange(word, shown.count("\n", 0, at) + 1, at - shown.rfind("\n", 0, at), near[word])
        for word, at in first.items()
        if word in near
    )
