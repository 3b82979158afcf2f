"""Text to nodes with places, by PyYAML's C parser; every scalar stays the text that its author wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import is_normalized, normalize

import yaml

from generator.diagnostics import MOST, Diagnostic, Finding, Place, Severity
from generator.source.reader import Source
from generator.source.reuse import REUSE, Reuse

MAX_DEPTH = 40
"""Nesting that no catalogue needs; deeper text is damage or malice."""

MAX_EVENTS = 900_000
"""A catalogue of 3,000 modalities has some 820,000; each takes up to a quarter of a kilobyte of memory."""

MAX_KEYS = 10_000
"""Keys of one map: those of a catalogue are named by its form, or by lists such as that of the scopes."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_QUOTES = frozenset("'\"")


@dataclass(slots=True)
class _Placed:
    """What knows its place: as bare numbers, since of a thousand a reader is told one, if any.

    A `Place` for each took a sixth of the memory of a tree, and much of the time of parsing.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def place(self) -> Place:
        return Place(self.line, self.column, self.end_line, self.end_column)


@dataclass(slots=True)
class Scalar(_Placed):
    """One word or text, as written; ``plain`` when it stands without quotes."""

    text: str
    plain: bool

    @property
    def empty(self) -> bool:
        return self.plain and self.text in _EMPTY


@dataclass(slots=True)
class Sequence(_Placed):
    """A list of nodes."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping(_Placed):
    """Keys and values in the order of the text; a repeated key stands once, with its first value."""

    items: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of one document, and what was wrong with its text."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]
    whole: bool = True
    """False where the parser had to stop: then the last entry of each open list or map is not complete."""
    has_empty: bool = False
    """Whether any key or list position was left without a value."""

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What makes something else of the text than was written; the rest of the diagnostics are doubts."""
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)


def parse(source: Source) -> Tree:
    """Parse a YAML text; never raises: what cannot be taken becomes a diagnostic with its place."""
    builder = _Builder(source)
    whole = False
    try:
        loader = _LOADER(_readable(source, builder))
        try:
            builder.build(iter(loader.get_event, None))  # `yaml.parse` asks twice for each
        finally:
            loader.dispose()
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
    except _TooMany as error:
        # What was built so far tells nothing, and would only take up memory.
        builder.root = None
        builder.problem("file-too-large", error.place, limit=error.limit)
    except _Enough:
        pass
    return Tree(builder.root, (*builder.diagnostics, *builder.reuse.told()), whole, builder.has_empty)


def _readable(source: Source, builder: _Builder) -> str:
    """Give the text without characters that YAML forbids, or takes for line ends where editors do not.

    The parser would stop at the first one, tell its place in bytes, or count lines otherwise than people do.
    """
    line = 1
    counted = 0
    for found in _FORBIDDEN.finditer(source.text):
        line += source.text.count("\n", counted, found.start())
        counted = found.start()
        column = counted - source.text.rfind("\n", 0, counted)
        builder.problem("forbidden-character", Place(line, column, line, column + 1))
    return _FORBIDDEN.sub(" ", source.text) if builder.diagnostics else source.text


def plain(node: Node | None) -> Any:
    """Give the bare values below a node: dicts, lists, texts, and None where nothing was written."""
    # The kinds are asked in the order of their number; `match` took a fifth more of the time of loading.
    if isinstance(node, Scalar):
        return None if node.plain and node.text in _EMPTY else node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.items.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None


# The C parser is some ten times faster; the pure one serves where PyYAML was built without libyaml.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooDeep(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class _TooMany(Exception):
    def __init__(self, place: Place, limit: str) -> None:
        super().__init__()
        self.place = place
        self.limit = limit


class _Enough(Exception):
    """More problems than are told."""


class _Builder:
    """Builds nodes from parser events with a stack, not by recursion: depth costs memory, never a crash."""

    def __init__(self, source: Source) -> None:
        self.root: Node | None = None
        self.has_empty = False
        self._source = source
        self.diagnostics: list[Diagnostic] = []
        self.reuse = Reuse()
        self.quoted: Scalar | None = None
        """The scalar just read, if it was in quotes."""
        self._with_sign = frozenset(number for number, line in enumerate(source.lines, 1) if " #" in line)
        """The lines that may have a comment behind a value."""
        self._open: list[tuple[Sequence | Mapping | None, Scalar | None]] = []
        """The lists and maps around the one being filled, each with the key that waits in it for its value."""
        self._documents = 0

    def problem(self, code: str, place: Place, **values: str) -> None:
        if code in REUSE:
            self.reuse.meet(code, place, **values)
            return
        self._note(Diagnostic(code, Finding((), values), place=place))

    def _note(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
        if len(self.diagnostics) > MOST:
            raise _Enough

    def build(self, events: Iterator[Any]) -> None:  # noqa: PLR0912 - in one piece on purpose
        # A catalogue of 3,000 modalities has 820,000 events, and each call for each of them is a tenth of a second.
        # With a `Place` for each, and a `match` over the classes of events, parsing took twice the time.
        scalar_event, end_events = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        with_sign, empty, open_ = self._with_sign, _EMPTY, self._open
        parent: Sequence | Mapping | None = None
        key: Scalar | None = None
        for number, event in enumerate(events):
            if number > MAX_EVENTS:
                raise _TooMany(_place(event), "values")
            kind = type(event)
            node: Node
            if kind is scalar_event:
                start, end = event.start_mark, event.end_mark
                line, end_line, text, style = start.line + 1, end.line + 1, event.value, event.style
                # Most are within a line: one number for both ends spares a tenth of the memory of a tree.
                node = Scalar(
                    line,
                    start.column + 1,
                    line if end_line == line else end_line,
                    end.column + 1,
                    text if text.isascii() else _composed(text),
                    not style,
                )
                if event.anchor or event.tag:
                    self._decorations(event)
                self.quoted = node if style in _QUOTES else None
                if not style:
                    if text in empty:
                        self.has_empty = True
                    elif end_line in with_sign:
                        self._look_behind(node)
            elif kind in end_events:
                parent, key = open_.pop()
                continue
            elif kind is yaml.AliasEvent:
                self.problem("alias", _place(event), name=str(event.anchor))
                node = Scalar(*_numbers(event), f"*{event.anchor}", False)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._decorations(event)
                node = (Mapping if kind is yaml.MappingStartEvent else Sequence)(*_numbers(event))
            else:
                if kind is yaml.DocumentStartEvent:
                    self._documents += 1
                    if self._documents > 1:
                        self.problem("second-document", _place(event))
                        return
                continue
            if isinstance(parent, Mapping):
                if key is None:
                    key = node if isinstance(node, Scalar) and node.text.isascii() else self._as_key(node)
                else:
                    if key.text in parent.items or (key.text == "<<" and key.plain):
                        self._refuse(key, parent)
                    else:
                        parent.items[key.text] = (key, node)
                        if len(parent.items) > MAX_KEYS:
                            raise _TooMany(key.place, "keys")
                    key = None
            elif parent is None:
                self.root = node
            else:
                parent.items.append(node)
            if not isinstance(node, Scalar):
                open_.append((parent, key))
                parent, key = node, None
                if len(open_) > MAX_DEPTH:
                    raise _TooDeep(node.place)

    def _refuse(self, key: Scalar, parent: Mapping) -> None:
        """Tell of a key that stands a second time, or that means another map's keys in other programs."""
        if key.text in parent.items:
            self.problem("duplicate-key", key.place, key=key.text, line=str(parent.items[key.text][0].line))
        else:
            self.problem("merge-key", key.place)

    def _look_behind(self, node: Scalar) -> None:
        """Note a plain scalar that ends at a sign that its writer may have meant as text."""
        if node.line == node.end_line or node.end_column > 1:
            lost = _LOST.match(self._source.lines[node.end_line - 1], node.end_column - 1)
            if lost:
                here = Place(node.end_line, lost.start("lost") + 1, node.end_line, lost.end() + 1)
                values = {"lost": lost["lost"]}
                self._note(Diagnostic("text-lost-in-comment", Finding((), values), Severity.WARNING, here))

    def _decorations(self, event: Any) -> None:
        if event.anchor:
            self.problem("anchor", _place(event), name=event.anchor)
        if event.tag:
            self.problem("tag", _place(event), name=event.tag)

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            if not node.text.isascii() and _SPECIAL_SPACE.search(node.text):
                clean = _SPECIAL_SPACE.sub("", node.text).strip()
                self.problem("special-space", node.place, key=clean)
                return Scalar(node.line, node.column, node.end_line, node.end_column, clean, node.plain)
            return node
        start = Place(node.line, node.column - 1, node.line, node.column)
        if self._source.lines[start.line - 1].startswith("{{", start.column - 1):
            self.problem("special-first-character", start)  # a mark of templates, not a map in a map
        else:
            self.problem("key-not-text", node.place)
        # A list or map as a key: its own children still arrive, so a stand-in takes the key's seat.
        return Scalar(node.line, node.column, node.end_line, node.end_column, f"\x00{id(node)}", False)


def _composed(text: str) -> str:
    """Bring a text to the one spelling of its letters: some systems write an accent as a sign of its own."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _numbers(event: Any) -> tuple[int, int, int, int]:
    """Give the place of an event, as numbers from 1."""
    start, end = event.start_mark, event.end_mark
    line, end_line = start.line + 1, end.line + 1
    # Most are within a line: one number for both ends spares a tenth of the memory of a tree.
    return line, start.column + 1, line if end_line == line else end_line, end.column + 1


def _place(event: Any) -> Place:
    return Place(*_numbers(event))


def _syntax_error(error: yaml.YAMLError, source: Source) -> tuple[str, Place]:
    start: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or start
    if mark is None:
        return "yaml-syntax", Place(1, 1, 1, 1)
    if conflict := _CONFLICT.search(source.text):
        # The parser stumbles only lines later, over what makes no sense after the mark.
        line = source.text.count("\n", 0, conflict.start()) + 1
        return "conflict-marker", Place(line, 1, line, 8)
    stopped = source.lines[mark.line] if mark.line < len(source.lines) else ""
    if tab := _TAB.match(stopped):
        # Whatever the parser makes of it: nobody sees a tab, and it is what stopped it.
        return "tab-indentation", Place(mark.line + 1, tab.end(), mark.line + 1, tab.end() + 1)
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
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# No-break and other typographic spaces, and those without width: pasted, they become part of a key unseen.
_SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")
# A comment has a space after its sign; `#12`, behind a space, was mostly meant to be read.
_LOST = re.compile(r" +(?P<lost>#[^\s#!].*)$")
_TAB = re.compile(r" *\t")
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
