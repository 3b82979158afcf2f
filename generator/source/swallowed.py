"""What the parser takes without a word, though its writer hardly meant it so: lines and words that a text swallows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic, Finding, Severity, Span
from generator.source.line_shapes import BEFORE_KEY, BULLETS, DASHES, LIKE_ITEM
from generator.source.reader import SourceFile

LIST_SIGNS = frozenset(f"-{DASHES}{BULLETS}")
"""What people begin an item of a list with; only a hyphen with a blank does."""


class LikeKey(NamedTuple):
    """A line of a text that begins like a key: whether it is one, only those know who know all keys."""

    key: str
    place: Span


def places_to_look(text: str) -> frozenset[int]:
    """The lines, from 0, on which a text may end too early: at a comment, or at a comma within a number or quotes."""
    found: set[int] = set()
    for pattern in (_SIGN, _COMMA, _CURLY):
        line = counted = 0
        for each in pattern.finditer(text):
            line += text.count("\n", counted, each.start())
            counted = each.start()
            # A comment on a line of its own may go on with the text above it.
            found |= {line, line - 1} if pattern is _SIGN else {line}
    return frozenset(found)


def in_plain(event: Any, source: SourceFile, is_item: bool) -> Iterator[Diagnostic]:
    """Look at a text without quotes."""
    lines = source.lines
    first, last = event.start_mark.line, event.end_mark.line
    column = event.start_mark.column
    before = lines[first][:column]
    if event.value[0] in LIST_SIGNS and not before.strip():
        yield _told("hyphen-without-blank", _whole(lines, first))
        return
    cut_off = lines[last][event.end_mark.column :].lstrip().startswith(",")
    if event.value[0] in _OPENED and cut_off and not event.value.endswith(_CLOSED):
        # Between braces a comma ends a text that has no quotes but curly ones.
        yield _told("curly-quotes", Span(first + 1, column + 1, first + 1, column + 2))
        return
    runs_on = is_item and before.rstrip().endswith("-")
    for number in range(first + 1, last + 1):
        if lines[number].strip() and (runs_on or _ITEM.match(lines[number])):
            yield _told("item-within-text", _whole(lines, number))
            return
    column = event.end_mark.column
    if (cut := _CUT.match(lines[last], column)) and lines[last][column - 1].isdigit():
        place = Span(first + 1, event.start_mark.column + 1, last + 1, cut.end() + 1)
        seen = lines[last][event.start_mark.column if first == last else 0 : cut.end()]
        yield _told("comma-in-number", place, seen=seen.strip())
    yield from after(event, source)
    if last + 1 < len(lines) and (lost := _GOES_ON.match(lines[last + 1])):
        own = len(lines[first]) - len(lines[first].lstrip())
        if lost.start("lost") > own and not lines[last][column:].strip():
            yield _lost(last + 1, lost)


def in_block(event: Any, source: SourceFile) -> Iterator[Diagnostic | LikeKey]:
    """Look at a text below a `|` or `>`: what begins like an item or a key is none there."""
    begin, end = event.start_mark.index, event.end_mark.index
    for found in _WITHIN.finditer(source.text, begin, end):
        number = event.start_mark.line + source.text.count("\n", begin, found.start() + 1)
        place = _whole(source.lines, number)
        if found["key"]:
            yield LikeKey(found["key"], place._replace(end_column=place.column + len(found["key"])))
        else:
            yield _told("item-within-text", place)
            return


def after(event: Any, source: SourceFile) -> Iterator[Diagnostic]:
    """Look behind a text: what follows a sign of comments may have been meant as text."""
    line, column = event.end_mark.line, event.end_mark.column
    if column and (lost := _LOST.match(source.lines[line], column)):
        yield _lost(line, lost)


def nothing_but_comment(event: Any, source: SourceFile) -> Iterator[Diagnostic]:
    """Look where nothing was written: a text that begins with the sign of comments is none."""
    line, column = event.end_mark.line, event.end_mark.column
    if line < len(source.lines) and (lost := _LOST.match(source.lines[line], column)):
        yield _lost(line, lost)._replace(severity=Severity.ERROR)


def commented_out(lines: list[str], number: int) -> Span | None:
    """Return the place of the first line of an item, right above a line (from 1), where it became a comment."""
    at = number - 2
    while at >= 0 and not lines[at].strip():
        at -= 1
    return _whole(lines, at) if at >= 0 and _COMMENTED_ITEM.match(lines[at]) else None


def is_key(word: str, text: str) -> bool:
    """Tell whether a word stands as a key somewhere in a text: so a key without its colon is told from prose."""
    return re.search(rf"^{BEFORE_KEY}{re.escape(word)}:(?: |$)", text, re.MULTILINE) is not None


def _told(code: str, place: Span, **values: str) -> Diagnostic:
    return Diagnostic(code, Finding((), values), place=place)


def _lost(number: int, lost: re.Match[str]) -> Diagnostic:
    place = Span(number + 1, lost.start("lost") + 1, number + 1, lost.end("lost") + 1)
    return Diagnostic("text-lost-in-comment", Finding((), {"lost": lost["lost"]}), Severity.WARNING, place)


def _whole(lines: list[str], number: int) -> Span:
    line = lines[number]
    return Span(number + 1, len(line) - len(line.lstrip()) + 1, number + 1, len(line.rstrip()) + 1)


# A comment has a space after its sign; `#12`, behind a blank, was mostly meant to be read.
_LOST = re.compile(r"[ \t]+(?P<lost>#[^\s#!].*)$")
_SIGN = re.compile("#(?<=[ \t]#)")
"""What precedes is looked at last: a pattern that begins with a letter is found in a fortieth of the time."""
_COMMA = re.compile(r",(?=\d)")
_OPENED = "“‘«„"
_CLOSED = ("”", "’", "»", "“")
"""How a text in curly quotes ends that no comma has cut."""
_CURLY = re.compile(f"[{_OPENED}]")
_CUT = re.compile(r",\d+(?:\.\d+)?")
# On a line of its own; an item or a key with the sign before it was taken out on purpose.
_GOES_ON = re.compile(r" +(?P<lost>#(?!- |[\w-]+:(?: |$))[^\s#!].*)$")
_ITEM = re.compile(f" *{LIKE_ITEM}")
_WITHIN = re.compile(rf"\n *(?:{LIKE_ITEM}|(?P<key>[a-z_]+):(?=[ \n]))")
_COMMENTED_ITEM = re.compile(r" *#+ *- ")
