"""Text to nodes with places, by PyYAML's C parser; every scalar stays the text that its author wrote."""

from __future__ import annotations

import re
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
    whole: bool = True
    """False where the parser had to stop: then the last entry of each open list or map is not complete."""


def parse(source: Source) -> Tree:
    """Parse a YAML text; never raises: what cannot be taken becomes a diagnostic with its place."""
    builder = _Builder()
    whole = False
    try:
        builder.build(yaml.parse(_readable(source, builder), Loader=_LOADER))
        whole = True
    except yaml.YAMLError as error:
        code, place = _syntax_error(error, source)
        if code == "unclosed-quote" and builder.quoted and builder.quoted.end_line > builder.quoted.line:
            # It ended in another text's quotes, lines later: where it began is where to look.
            place = Place(
                builder.quoted.line, builder.quoted.column, builder.quoted.line, builder.quoted.column + 1
            )
        limit = {"limit": str(MAX_DEPTH)} if code == "nested-too-deep" else {}
        builder.problem(code, place, **limit)
    except _TooDeep as error:
        builder.problem("nested-too-deep", error.place, limit=str(MAX_DEPTH))
    return Tree(builder.root, tuple(builder.diagnostics), whole)


def _readable(source: Source, builder: _Builder) -> str:
    """Give the text without characters that YAML forbids, or takes for line ends where editors do not.

    The parser would stop at the first one, tell its place in bytes, or count lines otherwise than people do.
    """
    for found in _FORBIDDEN.finditer(source.text):
        line, column = source.text.count("\n", 0, found.start()) + 1, found.start()
        column -= source.text.rfind("\n", 0, found.start())
        builder.problem("forbidden-character", Place(line, column, line, column + 1))
    return _FORBIDDEN.sub(" ", source.text)


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
        self.quoted: Place | None = None
        """The scalar just read, if it was in quotes."""
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
                    self.quoted = place if event.style in ("'", '"') else None
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
                    self.problem("alias", place, name=str(event.anchor))
                    self._add(Scalar(f"*{event.anchor}", False, place))
                case yaml.DocumentStartEvent():
                    self._documents += 1
                    if self._documents > 1:
                        self.problem("second-document", place)
                        return

    def _decorations(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
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
            if _SPECIAL_SPACE.search(node.text):
                clean = _SPECIAL_SPACE.sub("", node.text).strip()
                self.problem("special-space", node.place, key=clean)
                return Scalar(clean, node.plain, node.place)
            return node
        self.problem("key-not-text", node.place)
        # A list or map as a key: its own children still arrive, so a stand-in takes the key's seat.
        return Scalar(f"\x00{id(node)}", False, node.place)


def _place(event: yaml.Event) -> Place:
    start: Any = event.start_mark  # None only for events that nobody parsed
    end: Any = event.end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _syntax_error(error: yaml.YAMLError, source: Source) -> tuple[str, Place]:
    start: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or start
    if mark is None:
        return "yaml-syntax", Place(1, 1, 1, 1)
    if conflict := _CONFLICT.search(source.text):
        # The parser stumbles only lines later, over what makes no sense after the mark.
        line = source.text.count("\n", 0, conflict.start()) + 1
        return "conflict-marker", Place(line, 1, line, 8)
    context, problem = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    if "unexpected end of stream" in problem or context.endswith(_TELLS_ITS_START):
        # Where the quotes, the bracket or the sign stand; where the parser gave up tells nothing.
        mark = start or mark
    line, column = mark.line + 1, mark.column + 1
    text = source.lines[mark.line] if mark.line < len(source.lines) else ""
    if "expected key" in problem and (bracketed := _BRACKETED.search(text[: mark.column])):
        # A text that begins with a bracket ends, for the parser, where the bracket is closed.
        column = bracketed.start("bracket") + 1
        return "special-first-character", Place(line, column, line, column + 1)
    return _cause(context, problem, text, mark.column), Place(line, column, line, column + 1)


_TELLS_ITS_START = (
    "scanning an alias",
    "scanning an anchor",
    "scanning a tag",
    "scanning a block scalar",
    "scanning a directive",
    "parsing a flow sequence",
    "parsing a flow mapping",
)
_BRACKETED = re.compile(
    r"(?:^|[-:]) +(?P<bracket>[\[{])[^\[\]{}]*(?:[\[{][^\[\]{}]*[\]}])*[^\[\]{}]*[\]}] *$"
)
_FORBIDDEN = re.compile("[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# No-break and other typographic spaces, and those without width: pasted, they become part of a key unseen.
_SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?= |$)", re.MULTILINE)
_SPECIAL_FIRST = tuple("*&!%@`|>{}[]?")


def _cause(context: str, problem: str, text: str, column: int) -> str:
    """Name the writer's likely slip; libyaml's own words speak of tokens and anchors."""
    at = text[column : column + 1]
    indentation = text[: len(text) - len(text.lstrip())]
    causes = {
        "nested-too-deep": "nesting depth" in problem,
        "tab-indentation": "\t" in indentation or at == "\t",
        "bad-escape": "escape" in problem or "escape" in context,
        # A quote within quoted text ends it too early, and the next word is one too many.
        "unclosed-quote": "quoted scalar" in context + problem or text[:column].rstrip().endswith(("'", '"')),
        "unclosed-bracket": context.endswith(("flow sequence", "flow mapping")),
        "special-first-character": at in _SPECIAL_FIRST
        or "entries are not allowed" in problem
        or context.endswith(_TELLS_ITS_START),
        "colon-in-text": "mapping values are not allowed" in problem,
    }
    return next((code for code, likely in causes.items() if likely), "yaml-syntax")
