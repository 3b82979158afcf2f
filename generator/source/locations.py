"""From a path to the lines that hold it: the only place that knows where an entry stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from generator.diagnostics import Path, Span
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.parser import Tree
from generator.source.reader import SourceFile

_START = Span(1, 1, 1, 1)


def place_of(tree: Tree, path: Path, target: Literal["key", "value"] = "value") -> Span:
    """Return the place of the key or the value at a path.

    Where the path leads on to something that was never written (a missing key), the deepest thing that
    does exist on the way is meant, so that a diagnostic always points inside the file.
    """
    node: Node | None = tree.root
    key: Scalar | None = None
    for index, step in enumerate(path):
        match node:
            case Mapping() if isinstance(step, str) and step in node.items:
                key, node = node.items[step]
            case Sequence() if isinstance(step, int) and step < len(node.items):
                key, node = None, node.items[step]
            case _:
                return _head(key, node)
        if target == "key" and index == len(path) - 1 and key is not None:
            return key.place
    return _head(key, node)


def excerpt_of(source: SourceFile, place: Span, excerpt: str) -> Span:
    """Return the first place within a stretch at which an excerpt of its text stands, be it over the end of a line.

    That is the stretch itself where the excerpt is not found: a text in quotes can write its letters otherwise.
    """
    if not excerpt:
        return place
    lines = source.lines[place.line - 1 : place.end_line]
    text = "\n".join(lines)
    begin = place.column - 1
    end = len(text) - len(lines[-1]) + place.end_column - 1
    whole = r"\s+".join(map(re.escape, excerpt.split())) or re.escape(excerpt)
    # A word is meant as a word, not as a part of a longer one.
    pattern = (
        (r"(?<!\w)" if excerpt[0].isalnum() else "") + whole + (r"(?!\w)" if excerpt[-1].isalnum() else "")
    )
    found = re.compile(pattern).search(text, begin, end)
    if found is None:
        return place
    return Span(
        *_line_and_column(text, place.line, found.start()), *_line_and_column(text, place.line, found.end())
    )


def _line_and_column(text: str, first: int, offset: int) -> tuple[int, int]:
    return first + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset)


def node_of(tree: Tree, path: Path) -> Node | None:
    """Return the node at a path; None where nothing was written there."""
    way = [*_way(tree, path)]
    return way[-1] if len(way) == len(path) + 1 else None


def _way(tree: Tree, path: Path) -> Iterator[Node | None]:
    """Give the nodes on a path from the root, as far as it leads."""
    node = tree.root
    yield node
    for step in path:
        match node:
            case Mapping() if isinstance(step, str) and step in node.items:
                node = node.items[step][1]
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return
        yield node


def lines_of(tree: Tree, path: Path, source: SourceFile) -> tuple[int, int]:
    """Return the first and last line (from 1, both included) of the entry at a path, for a link to its text."""
    *_, node = _way(tree, path)
    if node is None:
        return 1, 1
    first, last = node.place.line, _last_line(node)
    lines = source.lines
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, last


def _last_line(node: Node) -> int:
    # The parser's end mark of a block lies on the next line that holds something: its last scalar tells better.
    while True:
        match node:
            case Scalar(place=place):
                return (
                    place.end_line - 1
                    if place.end_column == 1 and place.end_line > place.line
                    else place.end_line
                )
            case Sequence(items=items) if items:
                node = items[-1]
            case Mapping(items=pairs) if pairs:
                node = next(reversed(pairs.values()))[1]
            case _:
                return node.place.line


def _head(key: Scalar | None, node: Node | None) -> Span:
    """A short stretch to put the caret under: a scalar, else the key that leads to a block, else its first key."""
    match node:
        case Scalar(place=place) if not node.empty:
            return place
        case Mapping(items=items) if key is None and items:
            return next(iter(items.values()))[0].place
        case None:
            return _START
    if key is not None:
        return key.place
    start = node.place
    return Span(start.line, start.column, start.line, start.column + 1)
