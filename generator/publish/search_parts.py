"""A page cut for the search: the text of each headed part, the rows that say what they are, and how much it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LEFT_OUT = (
    "h1, nav, footer, script, style, a.permalink, .citation, .notes, .sign, .actions, [hidden], [data-needs-script]"
    # What a tool says is no text of its page, nor what a reader would write; and the picture says what the tree does.
    ", .bill, .finder, .simulator, .message, .tree-picture"
    # What no source tells of a modality stands among its questions as well, and there it is said.
    ", .scopes--unknown:not(.scopes--asked)"
)
_OPEN = '[data-state="unknown"], [data-untold]'
_HEADINGS = frozenset(("h2", "h3", "h4"))
_LINES = frozenset(("tr", "dd", "li"))
_PARTED = frozenset(("td", "th", "li", "dt", "dd", "p", "h2", "h3", "h4", "caption", "summary", "legend"))
_STRAY_SPACE = re.compile(r"(?<=[(“]) | (?=[,.;:!?)”](?:[ \ue000]|$))")
_APART = "\ue000"
"""Stands between two cells or items for a while: no text of a catalogue has it."""

_NEEDLESS = re.compile(r"(?<=[.:;,!?…]) ·")


@dataclass(frozen=True, slots=True)
class PageTableRow:
    """A row of a table whose cells say what they are.

    Things in it that have anchors of their own, such as cases, are no cells: ``named`` gives for each its anchor, whose
    words are its name, and how it reads.
    """

    cells: tuple[str, ...]
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PageTable:
    """Such rows: ``heads`` are what the cells of each are, ``first`` is the number of the one that tells a result."""

    heads: tuple[str, ...] = ()
    first: int = 0
    rows: tuple[PageTableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a page under a heading, or a term of the glossary.

    A term's title is its name, and ``words`` lead to it as well; the first ``names`` of them are shown. A heading such
    as "Examples" stands on many pages, and names none: it has no ``words``. What is in ``table`` is not in ``text``,
    and ``tells`` is the share of the part's lines, from 0 to 1, that leave nothing open.
    """

    anchor: str
    title: str
    text: str
    words: tuple[str, ...] | None = None
    table: PageTable = PageTable()
    tells: float = 1.0
    names: int = 0


def cut(
    page: str, title: Callable[[str], str | None] | None, untold: Iterable[str] = ()
) -> tuple[str, tuple[PagePart, ...]]:
    """Cut a page into what stands before its first heading, and its headed parts.

    ``title`` knows which headings begin one; ``untold`` are the sentences that say that nothing is known.
    """
    first, *others = _Cut(_bare(page), title, frozenset(untold)).drafts
    return _line_of(first.words), tuple(draft.part() for draft in others)


def opening(page: str) -> str:
    """Return the text of how a page opens."""
    return _line_of(_words(_bare(page)))


@dataclass
class _Draft:
    """A part while its page is read: its words, its rows, and of each line and each paragraph whether it is open."""

    anchor: str = ""
    title: str = ""
    words: list[str] = field(default_factory=list)
    heads: tuple[str, ...] = ()
    first: int = 0
    rows: list[PageTableRow] = field(default_factory=list)
    lines: list[bool] = field(default_factory=list)
    paragraphs: list[bool] = field(default_factory=list)

    def part(self) -> PagePart:
        text = _line_of(self.words)
        return PagePart(self.anchor, self.title, text, None, self._table(), self._tells(text))

    def _table(self) -> PageTable:
        return PageTable(self.heads, self.first, tuple(self.rows)) if self.rows else PageTable()

    def _tells(self, text: str) -> float:
        """Return the share of the lines that leave nothing open; of the paragraphs, where there are no lines."""
        lines = self.lines or self.paragraphs
        return round(lines.count(False) / len(lines), 2) if lines else float(bool(text))


class _Cut:
    """Reads a page from top to bottom, and begins a draft at each heading that has a title."""

    def __init__(
        self, body: LexborNode, title: Callable[[str], str | None] | None, untold: frozenset[str]
    ) -> None:
        self.drafts = [_Draft()]
        self._title = title
        self._untold = untold
        self._open = _holding(body, _OPEN)
        self._stated = _holding(body, "[data-state]")
        self._named = _holding(body, "li a[id]")
        self._in_line = False
        self._read(body)

    def _read(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if child.is_text_node:
                self.drafts[-1].words.append(child.text_content or "")
            elif tag in _HEADINGS and (title := self._titled(child)):
                self.drafts.append(_Draft(child.id or "", title))
            elif tag == "thead":
                self.drafts[-1].words += _names(child)
            elif not self._in_line and (tag in _LINES or _is_question(child, tag)):
                self._read_line(child, tag)
            elif tag == "p":
                self._read_paragraph(child)
            else:
                self._read_apart(child, tag)

    def _read_apart(self, node: LexborNode, tag: str) -> None:
        # A space for each tag, so that the last word of one cell never grows together with the first of the next.
        self.drafts[-1].words.append(" ")
        self._read(node)
        self.drafts[-1].words.append(_end(tag))

    def _read_line(self, node: LexborNode, tag: str) -> None:
        draft = self.drafts[-1]
        start = len(draft.words)
        self._in_line = True
        # What stands before the first heading is no part, and all of it is text.
        if tag == "tr" and draft.anchor and (row := self._row(node, draft)):
            draft.rows.append(row)
            words = _words(node)
        else:
            self._read_apart(node, tag)
            words = draft.words[start:]
        self._in_line = False
        draft.lines.append(self._is_open(node, words))

    def _read_paragraph(self, node: LexborNode) -> None:
        draft = self.drafts[-1]
        start = len(draft.words)
        self._read_apart(node, "p")
        draft.paragraphs.append(self._is_open(node, draft.words[start:]))

    def _titled(self, heading: LexborNode) -> str:
        """Return the title of a heading that begins a part."""
        anchor = heading.id
        if not anchor:
            return ""
        return (self._title(anchor) or "") if self._title else _line_of(_words(heading))

    def _is_open(self, node: LexborNode, words: Iterable[str]) -> bool:
        if node.mem_id in self._open:
            return True
        return any(_squeezed(piece) in self._untold for piece in "".join(words).split(_APART))

    def _row(self, line: LexborNode, draft: _Draft) -> PageTableRow | None:
        """Return a row whose cells say what they are; a table of another kind under the same heading stays text."""
        cells: list[str] = []
        heads: list[str] = []
        named: list[tuple[str, str]] = []
        states: list[int] = []
        for cell in line.iter():
            if cell.mem_id in self._named:
                items = cell.css("li")
                named += [
                    (anchor.id or "", _line_of(_words(item)))
                    for item in items
                    if (anchor := item.css_first("a[id]"))
                ]
                continue
            if cell.mem_id in self._stated:
                states.append(len(cells))
            cells.append(_line_of(_words(cell)))
            heads.append(cell.attributes.get("data-label") or "")
        if not any(heads) or (draft.rows and tuple(heads) != draft.heads):
            return None
        draft.heads = tuple(heads)
        draft.first = draft.first or (states[0] if states else 0)
        return PageTableRow(tuple(cells), tuple(named))


def _bare(page: str) -> LexborNode:
    """Return the tree of a page without what is not searched; of the facts only that they are an inference stays."""
    body = LexborHTMLParser(page).css_first("body")
    assert body is not None  # whatever is parsed has one
    for mark in body.css(".inferred, .citation--inferred"):
        mark.replace_with(f"({mark.text(deep=False)})")
    for node in reversed(body.css(_LEFT_OUT)):  # what stands in another goes before it
        node.decompose()
    return body


def _holding(body: LexborNode, selector: str) -> frozenset[int]:
    """Return which elements are what is selected, or hold it."""
    found: set[int] = set()
    for node in body.css(selector):
        each: LexborNode | None = node
        while each is not None and each.mem_id not in found:
            found.add(each.mem_id)
            each = each.parent
    return frozenset(found)


def _is_question(node: LexborNode, tag: str) -> bool:
    return tag in ("div", "details") and "data-untold" in node.attributes


def _words(node: LexborNode) -> list[str]:
    return list(_told(node))


def _told(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.is_text_node:
            yield child.text_content or ""
        elif child.tag == "thead":
            yield from _names(child)
        else:
            yield " "
            yield from _told(child)
            yield _end(child.tag or "")


def _names(head: LexborNode) -> Iterator[str]:
    """Give what heads a column where it is a name, which leads somewhere: the rest is the same on every page."""
    for cell in head.css("th:has(a)"):
        yield from _told(cell)
        yield _APART


def _end(tag: str) -> str:
    return _APART if tag in _PARTED else " "


def _squeezed(words: str) -> str:
    return _STRAY_SPACE.sub("", " ".join(words.split()))


def _line_of(words: Iterable[str]) -> str:
    """Return words as they are read in one line."""
    pieces = (piece.strip() for piece in _squeezed("".join(words)).split(_APART))
    return _NEEDLESS.sub("", " · ".join(piece for piece in pieces if piece))
