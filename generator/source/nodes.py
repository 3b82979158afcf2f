"""Values to nodes with places: laid out only once somebody asks where in the text something stands.

The parser keeps the plain values, and the marks of all of them one after the other, in the order of the text. A
catalogue without a fault needs no place at all; a node for each value took a third of the time of parsing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.diagnostics import Span

Value = dict[str, Any] | list[Any] | str | None
"""What a writer wrote, without its place: maps, lists, texts, and None where nothing was written."""


@dataclass(slots=True)
class _Placed:
    """What knows its place: as bare numbers, since of a thousand a reader is told one, if any."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def place(self) -> Span:
        return Span(self.line, self.column, self.end_line, self.end_column)


@dataclass(slots=True)
class Scalar(_Placed):
    """One word or text, as written; ``empty`` where nothing was."""

    text: str
    empty: bool = False


@dataclass(slots=True)
class Sequence(_Placed):
    """A list of nodes."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping(_Placed):
    """Keys and values in the order of the text; a repeated key stands once, with its first value."""

    items: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class RejectedKey(NamedTuple):
    """A key that was not taken, because it stands a second time or is no text, with its value."""

    key: str
    value: Value
    within: dict[str, Any]


class PositionTable(NamedTuple):
    """The marks of all that was parsed, and what of it has no seat among the values. Numbers count from 0."""

    marks: list[Any]
    """Of each key, text, list and map its start and its end, as the parser tells them: lines and columns from 0."""
    refused: dict[int, RejectedKey]
    """Keys that were not taken, by their number."""
    complex_keys: dict[int, Value]
    """Lists and maps in the seat of a key, by their number."""

    @classmethod
    def empty(cls) -> PositionTable:
        """Return that of a text in which nothing was met yet."""
        return cls([], {}, {})

    def numbers(self, number: int) -> tuple[int, int, int, int]:
        """Give the place of a node, as numbers from 1."""
        start, end = self.marks[2 * number], self.marks[2 * number + 1]
        return start.line + 1, start.column + 1, end.line + 1, end.column + 1

    def place(self, number: int) -> Span:
        """Give the place of a node."""
        return Span(*self.numbers(number))


def nodes(value: Value, layout: PositionTable) -> tuple[Node | None, tuple[tuple[int, int], ...]]:
    """Lay out a document: its nodes, and for each repeated key its number and the line of the one that was taken."""
    if not layout.marks:
        return None, ()
    laying = _Laying(layout)
    return laying.node(value), tuple(laying.repeated)


class _Laying:
    """Walks values in the order in which they were written, counting."""

    def __init__(self, layout: PositionTable) -> None:
        self._layout = layout
        self._next = 0
        self.repeated: list[tuple[int, int]] = []

    def node(self, value: Value) -> Node:
        place = self._layout.numbers(self._next)
        self._next += 1
        if isinstance(value, dict):
            made: dict[str, tuple[Scalar, Node]] = {}
            for key, item in value.items():
                self._pass(value, made)
                made[key] = (self._key(key), self.node(item))
            self._pass(value, made)
            return Mapping(*place, made)
        if isinstance(value, list):
            return Sequence(*place, [self.node(item) for item in value])
        return Scalar(*place, value or "", value is None)

    def _key(self, key: str) -> Scalar:
        number = self._next
        if number in self._layout.complex_keys:
            self.node(self._layout.complex_keys[number])
        else:
            self._next += 1
        return Scalar(*self._layout.numbers(number), key)

    def _pass(self, within: dict[str, Any], before: dict[str, tuple[Scalar, Node]]) -> None:
        """Count what was refused here: its marks lie between those of its neighbours."""
        while (refused := self._layout.refused.get(self._next)) and refused.within is within:
            if refused.key in before:
                self.repeated.append((self._next, before[refused.key][0].line))
            self._key(refused.key)
            self.node(refused.value)
