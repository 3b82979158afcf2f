"""Text to nodes with places, by PyYAML's C parser; every scalar stays the text that its author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Finding, Place
from generator.source.reader import Source

MAX_DEPTH = 40
"""Nesting that no catalogue needs; deeper text is damage or malice."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Scalar:
    """One word or text, as written; ``plain`` when it stands without quotes."""

    text: str
    plain: bool
    place: Place

    @property
    def empty(self) -> bool:
        return self.plain and self.text in _EMPTY


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the text; a repeated key stands once, with its first value."""

    place: Place
    items: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of one document, and what was wrong with its text."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]


def parse(source: Source) -> Tree:
    """Parse a YAML text; never raises: what cannot be taken becomes a diagnostic with its place."""
    builder = _Builder()
    try:
        builder.build(yaml.parse(source.text, Loader=_LOADER))
    except yaml.YAMLError as error:
        builder.problem(*_syntax_error(error, source))
    except _TooDeep as error:
        builder.problem("nested-too-deep", error.place, limit=str(MAX_DEPTH))
    return Tree(builder.root, tuple(builder.diagnostics))


def plain(node: Node | None) -> Any:
    """Give the bare values below a node: dicts, lists, texts, and None where nothing was written."""
    match node:
        case None:
            return None
        case Scalar():
            return None if node.empty else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, (_, value) in node.items.items()}


# The C parser is some ten times faster; the pure one serves where PyYAML was built without libyaml.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooDeep(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class _Builder:
    """Builds nodes from parser events with a stack, not by recursion: depth costs memory, never a crash."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._documents = 0

    def problem(self, code: str, place: Place, **values: str) -> None:
        self.diagnostics.append(Diagnostic(code, Finding((), values), place=place))

    def build(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            place = _place(event)
            match event:
                case yaml.ScalarEvent():
                    self._decorations(event, place)
                    self._add(Scalar(event.value, not event.style, place))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._decorations(event, place)
                    node = Sequence(place) if isinstance(event, yaml.SequenceStartEvent) else Mapping(place)
                    self._add(node)
                    self._open.append(node)
                    self._keys.append(None)
                    if len(self._open) > MAX_DEPTH:
                        raise _TooDeep(place)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._open.pop()
                    self._keys.pop()
                case yaml.AliasEvent():
                    self.problem("alias", place, name=event.anchor)
                    self._add(Scalar("", True, place))
                case yaml.DocumentStartEvent():
                    self._documents += 1
                    if self._documents > 1:
                        self.problem("second-document", place)
                        return

    def _decorations(self, event: yaml.Event, place: Place) -> None:
        if event.anchor:
            self.problem("anchor", place, name=event.anchor)
        if event.tag:
            self.problem("tag", place, name=event.tag)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._as_key(node)
            return
        self._keys[-1] = None
        if key.text == "<<" and key.plain:
            self.problem("merge-key", key.place)
        elif key.text in parent.items:
            first = parent.items[key.text][0].place
            self.problem("duplicate-key", key.place, key=key.text, line=str(first.line))
        else:
            parent.items[key.text] = (key, node)

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.problem("key-not-text", node.place)
        # A list or map as a key: its own children still arrive, so a stand-in takes the key's seat.
        return Scalar(f"\x00{id(node)}", False, node.place)


def _place(event: yaml.Event) -> Place:
    start, end = event.start_mark, event.end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _syntax_error(error: yaml.YAMLError, source: Source) -> tuple[str, Place]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # ReaderError: a character that YAML forbids, told by its offset only
        offset = getattr(error, "position", 0)
        before = source.text[:offset]
        line, column = before.count("\n") + 1, offset - before.rfind("\n")
        return "forbidden-character", Place(line, column, line, column + 1)
    line, column = mark.line + 1, mark.column + 1
    text = source.lines[mark.line] if mark.line < len(source.lines) else ""
    return _cause(error, text, mark.column), Place(line, column, line, column + 1)


_SPECIAL_FIRST = frozenset("*&!%@`|>{}[]?")


def _cause(error: yaml.YAMLError, text: str, column: int) -> str:
    """Name the writer's likely slip; libyaml's own words speak of tokens and anchors."""
    problem = str(getattr(error, "problem", ""))
    context = str(getattr(error, "context", ""))
    at = text[column : column + 1]
    if "\t" in text[: len(text) - len(text.lstrip())] or at == "\t":
        return "tab-indentation"
    if text.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "conflict-marker"
    if "quoted scalar" in context or "quoted scalar" in problem:
        return "unclosed-quote"
    if at in _SPECIAL_FIRST or "alias" in context or "anchor" in context or "cannot start any token" in problem:
        return "special-first-character"
    if "mapping values are not allowed" in problem:
        return "colon-in-text"
    return "yaml-syntax"
