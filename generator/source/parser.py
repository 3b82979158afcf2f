"""Text to values, by PyYAML's C parser; every scalar stays the text that its author wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any
from unicodedata import is_normalized, normalize

import yaml

from generator.diagnostics import MOST, Diagnostic, Finding, Severity, Span
from generator.source.aliases import REUSE, Reuse
from generator.source.nodes import Node, PositionTable, RejectedKey, Value, nodes
from generator.source.reader import SourceFile
from generator.source.swallowed import (
    LIST_SIGNS,
    LikeKey,
    after,
    commented_out,
    in_block,
    in_plain,
    nothing_but_comment,
    places_to_look,
)
from generator.source.syntax_errors import slip

MAX_DEPTH = 40
"""Nesting that no catalogue needs; deeper text is damage or malice."""

MAX_EVENTS = 1_000_000
"""A catalogue of 3,000 modalities has some 910,000; each takes up to a quarter of a kilobyte of memory."""

MAX_KEYS = 10_000
"""Keys of one map: those of a catalogue are named by its form, or by lists such as that of the scopes."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_TOO_LONG_TO_BE_EMPTY = 1 + max(map(len, _EMPTY))
_QUOTES = ("'", '"')
_BLOCKS = ("|", ">")
_STOPS_LATER = frozenset({"hyphen-without-blank", "item-within-text", "special-indentation"})
_HARDLY_MEANT = 2
"""Keys of one entry that stand twice: so many are another entry, whose first line is missing."""
_MERGE = "\x00<<"
"""A plain `<<` as a key, which in other programs means another map's keys; in quotes it is a text like any."""


@dataclass(frozen=True)
class Tree:
    """What one document holds, and what was wrong with its text."""

    values: Value
    """Lists, and maps in the order of the text, in which a repeated key stands once, with its first value."""
    layout: PositionTable
    diagnostics: tuple[Diagnostic, ...]
    whole: bool = True
    """False where the parser had to stop: then the last entry of each open list or map is not complete."""
    has_empty: bool = False
    """Whether any key or list position was left without a value."""
    like_keys: tuple[LikeKey, ...] = ()
    """What begins like a key within a text of several lines."""

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What makes something else of the text than was written; the rest of the diagnostics are doubts."""
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)

    @cached_property
    def root(self) -> Node | None:
        """The same values, each with its place; None where the text holds nothing at all."""
        return nodes(self.values, self.layout)[0]


def parse(source: SourceFile) -> Tree:
    """Parse a YAML text; never raises: what cannot be taken becomes a diagnostic with its place."""
    builder = _Builder(source)
    whole = False
    try:
        loader = _LOADER(_readable(source, builder))
        try:
            builder.build(iter(loader.get_event, None))  # `yaml.parse` asks twice for each
        finally:
            loader.dispose()
        whole = builder.whole
    except yaml.YAMLError as error:
        code, place = slip(error, source)
        if code == "unclosed-quote" and builder.last and builder.last.style in _QUOTES:
            quoted = _place(builder.last)
            if quoted.end_line > quoted.line:
                # It ended in another text's quotes, lines later: where it began is where to look.
                place = Span(quoted.line, quoted.column, quoted.line, quoted.column + 1)
        limit = {"limit": str(MAX_DEPTH)} if code == "nested-too-deep" else {}
        if not builder.has_told(place):
            builder.problem(code, place, **limit)
    except _TooDeep as error:
        builder.problem("nested-too-deep", error.place, limit=str(MAX_DEPTH))
    except _TooMany as error:
        # What was built so far tells nothing, and would only take up memory.
        builder.values, builder.layout = None, PositionTable.empty()
        builder.problem("file-too-large", error.place, limit=error.limit)
    except _Enough:
        pass
    told = (*builder.diagnostics, *_repeated(builder), *builder.reuse.told())
    return Tree(builder.values, builder.layout, told, whole, builder.has_empty, tuple(builder.like_keys))


def _repeated(builder: _Builder) -> Iterator[Diagnostic]:
    """Tell of each key that stands a second time; only once all is laid out, the line of the first is known."""
    layout = builder.layout
    split: set[int] = set()
    if layout.refused:
        repeated = Counter(id(each.within) for each in layout.refused.values())
        for number, line in nodes(builder.values, layout)[1]:
            refused = layout.refused[number]
            entry = id(refused.within)
            if entry in split:
                continue  # it lacks its `- `, and all its keys stand once more in the entry above
            place = layout.place(number)
            if refused.key == "id" or repeated[entry] >= _HARDLY_MEANT:
                split.add(entry)
            if above := commented_out(builder.lines, place.line):
                split.add(entry)
                yield Diagnostic(
                    "first-line-in-comment",
                    Finding((), {"first_line": builder.lines[above.line - 1]}),
                    place=above,
                )
            else:
                values = {"key": refused.key, "line": str(line)}
                yield Diagnostic("duplicate-key", Finding((), values), place=place)


def _readable(source: SourceFile, builder: _Builder) -> str:
    """Give the text without characters that YAML forbids, or takes for line ends where editors do not.

    The parser would stop at the first one, tell its place in bytes, or count lines otherwise than people do.
    """
    text = source.text
    line = 1
    counted = 0
    pasted = 0
    for found in _SPECIAL_INDENTATION.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        if line != pasted + 1:  # one report for lines that were pasted together
            builder.problem(
                "special-indentation",
                Span(line, found.start("special") - counted + 1, line, found.end() - counted + 1),
            )
        pasted = line
    if pasted:
        text = _SPECIAL_INDENTATION.sub(lambda found: " " * len(found[0]), text)
    line = 1
    counted = 0
    for found in _FORBIDDEN.finditer(source.text):
        line += source.text.count("\n", counted, found.start())
        counted = found.start()
        column = counted - source.text.rfind("\n", 0, counted)
        builder.problem("forbidden-character", Span(line, column, line, column + 1))
    return _FORBIDDEN.sub(" ", text) if builder.diagnostics else text


# The C parser is some ten times faster; the pure one serves where PyYAML was built without libyaml.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooDeep(Exception):
    def __init__(self, place: Span) -> None:
        super().__init__()
        self.place = place


class _TooMany(Exception):
    def __init__(self, place: Span, limit: str) -> None:
        super().__init__()
        self.place = place
        self.limit = limit


class _Enough(Exception):
    """More problems than are told."""


class _Builder:
    """Builds values from parser events with a stack, not by recursion: depth costs memory, never a crash."""

    def __init__(self, source: SourceFile) -> None:
        self.values: Value = None
        self.layout = PositionTable.empty()
        self.has_empty = False
        self.whole = True
        self.diagnostics: list[Diagnostic] = []
        self.reuse = Reuse()
        self.like_keys: list[LikeKey] = []
        self.alias_line = 0
        """The line of the last text that began with an asterisk: what follows it there is a part of that text."""
        self.last: Any = None
        """The event of the scalar just read."""
        self._source = source
        self._open: list[tuple[Any, str | None]] = []
        """The lists and maps around the one being filled, each with the key that waits in it for its value."""
        self._documents = 0

    def has_told(self, place: Span) -> bool:
        """Tell whether the parser stopped at a line, or below one, of which the cause is told already."""
        last = self.diagnostics[-1] if self.diagnostics else None
        return place.line == self.alias_line or (
            last is not None
            and last.code in _STOPS_LATER
            and last.place is not None
            and last.place.line <= place.line <= last.place.line + 1
        )

    @property
    def lines(self) -> list[str]:
        return self._source.lines

    def problem(self, code: str, place: Span, **values: str) -> None:
        if code in REUSE:
            self.reuse.meet(code, place, **values)
        else:
            self._note(Diagnostic(code, Finding((), values), place=place))

    def _note(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
        if len(self.diagnostics) + len(self.layout.refused) > MOST:
            raise _Enough

    def _note_all(self, found: Iterable[Diagnostic | LikeKey]) -> None:
        for each in found:
            if isinstance(each, LikeKey):
                self.like_keys.append(each)
            else:
                self._note(each)

    def build(self, events: Iterator[Any]) -> None:  # noqa: PLR0912, PLR0915 - in one piece on purpose
        # A catalogue of 3,000 modalities has 820,000 events, and each call for each of them is a tenth of a second.
        # With a node for each value, or a `match` over the classes of events, parsing took half as long again.
        scalar_event, end_events = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        open_, mark, watched = self._open, self.layout.marks.append, places_to_look(self._source.text)
        parent: Any = None
        key: str | None = None
        for event in islice(events, MAX_EVENTS):
            kind = type(event)
            value: Any
            if kind is scalar_event:
                self.last, value = event, event.value
                if not value.isascii():
                    value = _composed(value)
                if event.anchor or event.tag:
                    self._decorations(event)
                if not event.style:
                    if len(value) < _TOO_LONG_TO_BE_EMPTY and value in _EMPTY:
                        if key is not None or type(parent) is not dict:
                            value = None
                            self.has_empty = True
                            if watched and event.end_mark.line in watched:
                                self._note_all(nothing_but_comment(event, self._source))
                    elif (
                        value[0] in LIST_SIGNS
                        or event.end_mark.line != event.start_mark.line
                        or (watched and event.end_mark.line in watched)
                    ):
                        self._note_all(in_plain(event, self._source, type(parent) is list))
                elif event.style in _BLOCKS:
                    self._note_all(in_block(event, self._source))
                elif watched and event.end_mark.line in watched:
                    self._note_all(after(event, self._source))
            elif kind in end_events:
                parent, key = open_.pop()
                continue
            elif kind is yaml.AliasEvent:
                self.problem("alias", _place(event), name=str(event.anchor))
                self.alias_line = event.start_mark.line + 1
                value = f"*{event.anchor}"
            elif isinstance(event, yaml.CollectionStartEvent):
                if event.anchor or event.tag:
                    self._decorations(event)
                value = {} if kind is yaml.MappingStartEvent else []
            else:
                if kind is yaml.DocumentStartEvent:
                    self._documents += 1
                    if self._documents > 1:
                        self.problem("second-document", _place(event))
                        self.whole = False  # what follows is missing: that is told once
                        return
                continue
            mark(event.start_mark)
            mark(event.end_mark)
            if type(parent) is dict:
                if key is None:
                    key = value
                    if type(value) is not str or not value.isascii():
                        key = self._as_key(value)
                    elif value == "<<" and not event.style:
                        key = _MERGE
                else:
                    if key in parent or key is _MERGE:
                        self._refuse(key, value, parent)
                    else:
                        parent[key] = value
                        if len(parent) > MAX_KEYS:
                            raise _TooMany(self._last(2), "keys")
                    key = None
            elif parent is None:
                self.values = value
            else:
                parent.append(value)
            if kind is scalar_event:
                continue
            if type(value) is not str:
                open_.append((parent, key))
                parent, key = value, None
                if len(open_) > MAX_DEPTH:
                    raise _TooDeep(_place(event))
        if (event := next(events, None)) is not None:
            raise _TooMany(_place(event), "values")

    def _last(self, back: int) -> Span:
        """The place of the last value that was met, or of one before it."""
        return self.layout.place(len(self.layout.marks) // 2 - back)

    def _refuse(self, key: str, value: Value, parent: dict[str, Any]) -> None:
        """Leave out a key that stands a second time, or that means another map's keys in other programs."""
        if key not in parent:
            self.problem("merge-key", self._last(2))
        self.layout.refused[len(self.layout.marks) // 2 - 2] = RejectedKey(key, value, parent)
        if len(self.diagnostics) + len(self.layout.refused) > MOST:
            raise _Enough

    def _decorations(self, event: Any) -> None:
        if event.anchor:
            self.problem("anchor", _place(event), name=event.anchor)
        if event.tag:
            self.problem("tag", _place(event), name=event.tag)

    def _as_key(self, value: Value) -> str:
        place = self._last(1)
        if isinstance(value, str):
            if _SPECIAL_SPACE.search(value):
                clean = _SPECIAL_SPACE.sub("", value).strip()
                self.problem("special-space", place, key=clean)
                return clean
            return value
        start = Span(place.line, place.column - 1, place.line, place.column)
        if self._source.lines[start.line - 1].startswith("{{", start.column - 1):
            self.problem("special-first-character", start)  # a mark of templates, not a map in a map
        else:
            self.problem("key-not-text", place)
        # A list or map as a key: its own children still arrive, so a stand-in takes the key's seat.
        number = len(self.layout.marks) // 2 - 1
        self.layout.complex_keys[number] = value
        return f"\x00{number}"


def _composed(text: str) -> str:
    """Bring a text to the one spelling of its letters: some systems write an accent as a sign of its own."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _place(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# No-break and other typographic spaces, and those without width: pasted, they become part of a key unseen.
_SPECIAL_INDENTATION = re.compile(
    "^ *(?P<special>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*",
    re.MULTILINE,
)
_SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")
