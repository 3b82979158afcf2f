"""Code between backticks, found in one pass: a pattern that looks for each closing mark anew never ends on many."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_TICKS = re.compile("`+")
_LETTER = re.compile(r"[^\n]")


def without(text: str) -> str:
    """Return a text with blanks in place of code; lines and columns stay."""
    if "`" not in text:
        return text
    parts, at = [], 0
    for start, end in _spans(text):
        parts += [text[at:start], _LETTER.sub(" ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


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
