"""A decision tree as a picture: where each box, line and word of it stands, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LETTER = 7.6
BOLD = 8.2
"""Pixels that a letter takes on average in a wide font, at the size at which the picture is drawn."""
LINE = 17
WIDTH = 172
GAP = 34
INDENT = 8
ABOVE = 16
"""Between two boxes that stand one above the other, before the answer that leads to the lower one."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of words."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A question, or what it all leads to."""

    kind: Literal["question", "result"]
    x: float
    y: float
    height: float
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a question to what follows, with the answer over its end."""

    path: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw."""

    width: float
    height: float
    box_width: float
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A tree in words: what stands in its box, and for each answer what follows."""

    kind: Literal["question", "result"]
    text: str
    ways: tuple[tuple[str, Shape], ...] = ()


def picture(tree: Shape) -> Picture:
    """Lay a tree out: columns by the number of questions before, what follows an answer beside its question."""
    drawing = _Drawing()
    bottom, _ = drawing.place(tree, "", 0, 1.0)
    columns = max(box.x for box in drawing.boxes)
    return Picture(columns + WIDTH + 1, bottom + 1, WIDTH, tuple(drawing.boxes), tuple(drawing.edges))


class _Drawing:
    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.edges: list[Edge] = []

    def place(self, tree: Shape, answer: str, depth: int, top: float) -> tuple[float, Box]:
        """Place a tree below a line, under the answer that leads to it; return its lower end and its box."""
        x = 1 + depth * (WIDTH + GAP)
        label = list(wrapped(answer, WIDTH, LETTER))
        text = list(wrapped(tree.text, WIDTH - 2 * INDENT, BOLD))
        above = len(label) * LINE + (6 if label else 0)
        height = len(text) * LINE + 16
        below: list[Box] = []
        bottom = top
        for way, then in tree.ways:
            bottom, box = self.place(then, way, depth + 1, bottom + (ABOVE if below else 0))
            below.append(box)
        middle = (_middle(below[0]) + _middle(below[-1])) / 2 if below else top + above + height / 2
        y = max(top + above, middle - height / 2)
        box = Box(
            tree.kind,
            x,
            y,
            height,
            tuple(Text(x + INDENT, y + 8 + LINE * (i + 0.72), line) for i, line in enumerate(text)),
        )
        self.boxes.append(box)
        for (way, _then), child in zip(tree.ways, below, strict=True):
            self.edges.append(_edge(box, child, list(wrapped(way, WIDTH, LETTER))))
        return max(bottom, y + height), box


def _middle(box: Box) -> float:
    return box.y + box.height / 2


def _edge(start: Box, end: Box, label: list[str]) -> Edge:
    bend = start.x + WIDTH + GAP / 2
    path = f"M{start.x + WIDTH:g} {_middle(start):g}H{bend:g}V{_middle(end):g}H{end.x:g}"
    top = end.y - 6 - len(label) * LINE
    return Edge(path, tuple(Text(end.x, top + LINE * (i + 0.72), line) for i, line in enumerate(label)))


def wrapped(text: str, width: float, letter: float) -> Iterator[str]:
    """Break a text into lines that fit; a word that is too long for any line is broken too."""
    most = int(width / letter)
    line = ""
    for word in text.split():
        line = f"{line} {word}" if line else word
        if len(line) > most and line != word:
            yield line.removesuffix(f" {word}")
            line = word
        while len(line) > most:
            yield line[:most]
            line = line[most:]
    if line:
        yield line
