"""Slips in the Markdown of a page that nothing refuses: readers would see its signs, or miss the half of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.language import code_spans
from generator.language.covered import covered
from generator.language.markdown_slips import SPACED_LINK, STRONG

_NO_PROSE = re.compile(
    r"\{% raw %\}(?:(?!\{% raw %\}).)*?\{% endraw %\}"
    r"|<!--(?:(?!<!--).)*?-->"
    r"|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}",
    re.DOTALL,
)
_ONE_BRACE = re.compile(r"(?<!\{)\{\s{0,9}[a-z_]+(?:\.[a-z_]|\[|\()[^{}\n]*\}{1,2}(?!\})")
_PARAGRAPH = re.compile(r"(?:^.*\S.*$\n?)+", re.MULTILINE)
_RULE = re.compile(r"^[* \t]+$", re.MULTILINE)
_ROW = re.compile(r"^\|[^|\n]+\|", re.MULTILINE)
_PARTED = re.compile(r"^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


class Unread(NamedTuple):
    """Where a slip begins and ends in the text of a page, and which it is."""

    start: int
    end: int
    kind: str


def found(text: str) -> Iterator[Unread]:
    """Give the slips of a page's text, its head left out; what is code is as it is meant to be."""
    prose, opened = code_spans.without_blocks(text)
    if opened:
        yield Unread(*opened, "fence")
    prose = code_spans.without(prose)
    # A brace alone is looked for where no pair of them stands; the rest, where neither does.
    prose = _NO_PROSE.sub(lambda each: covered(each[0], "x"), prose)
    for kind, pattern in (("braces", _ONE_BRACE), ("link", SPACED_LINK)):
        yield from (Unread(*each.span(), kind) for each in pattern.finditer(prose))
    for paragraph in _PARAGRAPH.finditer(prose):
        yield from _of_paragraph(paragraph[0], paragraph.start())


def _of_paragraph(text: str, start: int) -> Iterator[Unread]:
    strong = list(STRONG.finditer(_RULE.sub(lambda each: " " * len(each[0]), text)))
    if len(strong) % 2:
        yield Unread(start + strong[-1].start(), start + strong[-1].end(), "strong")
    if row := _ROW.match(text):
        lines = text.splitlines()
        if len(lines) < 2 or not _PARTED.match(lines[1]):
            yield Unread(start + row.start(), start + len(lines[0]), "table")
