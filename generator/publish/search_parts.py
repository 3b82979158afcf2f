"""A page cut for the search: the text of each headed part, the rows that say what they are, and how much it tells."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_LEFT_OUT = re.compile(
    r'<a class="permalink".*?</a>|<h1\b.*?</h1>|<span class="citation">.*?</a></span>|<span class="sign".*?</span>'
    r'|<p\b[^>]* data-(?:needs-script|failed)\b.*?</p>|<form class="comparison.*?</form>|<nav\b.*?</nav>|<footer.*'
    # What no source tells of a modality stands among its questions as well, and there it is said.
    r'|<details class="scopes scopes--unknown">.*?</details>',
    re.DOTALL,
)
_TABLE_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_NAMED_COLUMN = re.compile(r"<th\b(?:(?!</th>).)*<a\b.*?</th>", re.DOTALL)
_HEADING = re.compile(r'<h([234])[^>]* id="([^"]+)".*?</h\1>', re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t([dh])\b([^>]*)>(.*?)</t\1>", re.DOTALL)
_LABEL = re.compile(r'data-label="([^"]*)"')
_ITEM = re.compile(r"<li\b.*?</li>", re.DOTALL)
_ANCHOR = re.compile(r'<a\b[^>]* id="([^"]+)"')
_LINE = re.compile(r'<(tr|dd|li)\b.*?</\1>|<div class="question".*?</div>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p\b.*?</p>", re.DOTALL)
_OPEN = ('data-state="unknown"', "data-untold")
_PARTED = ("td", "th", "li", "dt", "dd", "p", "h2", "h3", "h4", "caption", "summary", "legend")
_BLOCKS = tuple(f"</{tag}>" for tag in _PARTED)
_TAG = re.compile(r"<[^>]*(?:>|$)")
_STRAY_SPACE = re.compile(r"(?<=[(“]) | (?=[,.;:!?)”](?:[ \ue000]|$))")
_APART = "\ue000"
"""Stands between two cells or items for a while: no text of a catalogue has it."""

_NEEDLESS = re.compile(r"(?<=[.:;,!?…]) ·")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table whose cells say what they are.

    Things in it that have anchors of their own, such as cases, are no cells: ``named`` gives for each its anchor, whose
    words are its name, and how it reads.
    """

    cells: tuple[str, ...]
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Such rows: ``heads`` are what the cells of each are, ``first`` is the number of the one that tells a result."""

    heads: tuple[str, ...] = ()
    first: int = 0
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page under a heading, or a term of the glossary.

    A term's title is its name, and ``words`` lead to it as well. A heading such as "Examples" stands on many pages, and
    names none: it has no ``words``. What is in ``table`` is not in ``text``, and ``tells`` is the share of the part's
    lines, from 0 to 1, that leave nothing open.
    """

    anchor: str
    title: str
    text: str
    words: tuple[str, ...] | None = None
    table: Table = Table()
    tells: float = 1.0


def cut(
    page: str, title: Callable[[str], str | None] | None, untold: Iterable[str] = ()
) -> tuple[str, tuple[Part, ...]]:
    """Cut a page into what stands before its first heading, and its headed parts.

    ``title`` knows which headings begin one; ``untold`` are the sentences that say that nothing is known.
    """
    body = _bare(page)
    heads = [(match, title(match[2]) if title else _text(match[0])) for match in _HEADING.finditer(body)]
    heads = [(match, told) for match, told in heads if told]
    ends = [*(match.start() for match, _ in heads), len(body)]
    nothing = frozenset(untold)
    parts = tuple(
        _part(match[2], told or "", body[match.end() : end], nothing)
        for (match, told), end in zip(heads, ends[1:], strict=True)
    )
    return _text(body[: ends[0]]), parts


def begin(page: str, length: int) -> str:
    """Return how a page begins, up to its first heading or a bit more than ``length`` letters of text."""
    start = _HEADING.search(page)
    return _text(_bare(page[: start.start()] if start else page[: 20 * length]))


def _part(anchor: str, title: str, fragment: str, untold: frozenset[str]) -> Part:
    table = Table()
    rest = fragment
    for line in _ROW.findall(fragment):
        row, labels, first = _row(line)
        # A table of another kind under the same heading stays text.
        if any(labels) and (not table.rows or labels == table.heads):
            table = Table(labels, table.first or first, (*table.rows, row))
            rest = rest.replace(line, "", 1)
    return Part(anchor, title, _text(rest), None, table, _tells(fragment, untold))


def _row(line: str) -> tuple[Row, tuple[str, ...], int]:
    """Return a row, what its cells are, and the number of the first one that has a state."""
    cells: list[str] = []
    heads: list[str] = []
    named: list[tuple[str, str]] = []
    states: list[int] = []
    for _, attributes, inside in _CELL.findall(line):
        things = [
            (anchor[1], _text(item)) for item in _ITEM.findall(inside) if (anchor := _ANCHOR.search(item))
        ]
        named += things
        if things:
            continue
        if "data-state" in inside:
            states.append(len(cells))
        cells.append(_text(inside))
        label = _LABEL.search(attributes)
        heads.append(html.unescape(label[1]) if label else "")
    return Row(tuple(cells), tuple(named)), tuple(heads), states[0] if states else 0


def _tells(fragment: str, untold: frozenset[str]) -> float:
    """Return the share of the lines that leave nothing open; of the paragraphs, where there is neither row nor item."""
    lines = [match[0] for match in _LINE.finditer(fragment)] or _PARAGRAPH.findall(fragment)
    told = [line for line in lines if not _is_open(line, untold)]
    return round(len(told) / len(lines), 2) if lines else float(bool(_text(fragment)))


def _is_open(line: str, untold: frozenset[str]) -> bool:
    if any(mark in line for mark in _OPEN):
        return True
    return any(_text(piece) in untold for piece in line.split(_APART))


def _bare(page: str) -> str:
    """Return HTML without what is not searched, and with a mark after each cell, item and paragraph."""
    # What heads a column is the same on every page, unless it is a name, which leads somewhere.
    body = _TABLE_HEAD.sub(lambda head: "".join(_NAMED_COLUMN.findall(head[0])), _LEFT_OUT.sub("", page))
    for end in _BLOCKS:
        body = body.replace(end, end + _APART)
    return body


def _text(fragment: str) -> str:
    """Return the words of HTML as they are read in one line."""
    # A space for each tag, so that the last word of one cell never grows together with the first of the next.
    words = html.unescape(_TAG.sub(" ", fragment)).split()
    pieces = (piece.strip() for piece in _STRAY_SPACE.sub("", " ".join(words)).split(_APART))
    return _NEEDLESS.sub("", " · ".join(piece for piece in pieces if piece))
