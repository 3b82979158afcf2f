"""Code between backticks and in blocks, in one pass: a pattern that looks for each closing mark never ends on many."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.language.covered import covered

_TICKS = re.compile("`+")
_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})(?P<told>[^`\n]*)$", re.MULTILINE)


def without(text: str) -> str:
    """Return a text with blanks in place of code; lines and columns stay."""
    if "`" not in text:
        return text
    parts, at = [], 0
    for start, end in _spans(text):
        parts += [text[at:start], covered(text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def without_blocks(text: str) -> tuple[str, tuple[int, int] | None]:
    """Return a text with blanks for its fenced blocks of code, and the span of a fence that nothing closes.

    What stands behind such a fence is left out: it is code to the end.
    """
    pieces, done, opened = [], 0, None
    for each in _FENCE.finditer(text):
        if opened is None:
            opened = each
        elif not each["told"].strip() and each["fence"].startswith(opened["fence"]):
            pieces += [text[done : opened.start()], covered(text[opened.start() : each.end()])]
            done, opened = each.end(), None
    if opened is None:
        return "".join((*pieces, text[done:])), None
    return "".join((*pieces, text[done : opened.start()])), opened.span("fence")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give each stretch from some backticks to the next ones of the same number, as Markdown has it."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    starts: dict[int, list[int]] = {}
    for start, end in runs:
        starts.setdefault(end - start, []).append(start)
    over = 0
    for start, end in runs:
        if start >= over:
            # A sign behind a backslash opens nothing; within code, a backslash is one sign more.
            opening = start + _is_escaped(text, start)
            alike = starts.get(end - opening, [])
            following = bisect_right(alike, start)
            if following < len(alike):
                over = alike[following] + end - opening
                yield opening, over


def _is_escaped(text: str, at: int) -> bool:
    before = at
    while before and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1
