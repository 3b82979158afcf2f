"""What the head of a hand-written page says, and what is wrong in it; its slips leave the rest of the page judged."""

from __future__ import annotations

import re
from typing import Any

from generator.diagnostics import Diagnostic, Finding, Span
from generator.source.locations import place_of
from generator.source.parser import parse
from generator.source.reader import SourceFile

KNOWN = ("title", "description", "words", "search", "hide")
"""What the head of a page may say."""

_HEAD = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"---[ \t]*\n")
_LATE = re.compile(r"\s+(?=---[ \t]*\n[a-z]+:)")
_LINES = re.compile(r"---[ \t]*\n((?:[ \t]*(?:[\w-]+:|- )[^\n]*(?:\n|\Z))*)")
"""A head that nothing closes: what looks like it, up to the first line that does not."""

_WORDS = re.compile(r"^words:[^\n]*\n?(?:[ \t-][^\n]*\n?)*", re.MULTILINE)


def read(source: SourceFile) -> tuple[list[Diagnostic], dict[str, Any], int]:
    """Return what is wrong in the head of a page, what it says, and where the text begins.

    Of a head with faults no more is taken than the words that the page accepts.
    """
    late = _LATE.match(source.text)
    begin = late.end() if late else 0
    head = _HEAD.match(source.text, begin)
    if head is None:
        if not _OPEN.match(source.text, begin):
            return [], {}, 0
        if not (head := _LINES.match(source.text, begin)) or not head[1]:
            return [_bad(source, begin, "end")], {}, 0
        return [_bad(source, max(head.end() - 1, 0), "end")], _words(head[1]), head.end()
    if late:
        return [_bad(source, begin, "begin")], _words(head[1]), head.end()
    # The line of the mark stays, empty: so all lines are those of the file.
    tree = parse(SourceFile(source.name, f"\n{head[1]}"))
    found = [each for each in tree.diagnostics if each.code != "empty-file"]
    if found or tree.values is None:
        placed = [each._replace(place=each.place or place_of(tree, each.path)) for each in found]
        return placed, _words(head[1]), head.end()
    if not isinstance(tree.values, dict):
        return [_bad(source, head.start(1), "keys")], {}, head.end()
    for key, value in tree.values.items():
        place = place_of(tree, (key,), "key")
        if key not in KNOWN:
            values = {"key": str(key), "known": ", ".join(KNOWN)}
            found.append(Diagnostic("unknown-key", Finding((), values), place=place))
        elif not _fits(key, value):
            found.append(Diagnostic("bad-head", Finding((), {"why": "kind"}), place=place))
    return found, _words(head[1]) if found else dict(tree.values), head.end()


def _bad(source: SourceFile, at: int, why: str) -> Diagnostic:
    line = source.text.count("\n", 0, at) + 1
    return Diagnostic("bad-head", Finding((), {"why": why}), place=Span(line, 1, line, 2))


def _words(head: str) -> dict[str, Any]:
    """Return the words that a head accepts, whatever else is wrong in it."""
    told = _WORDS.search(head)
    tree = parse(SourceFile("", told[0])) if told else None
    if tree is None or tree.diagnostics or not isinstance(tree.values, dict):
        return {}
    return {key: value for key, value in tree.values.items() if key == "words" and _fits(key, value)}


def _fits(key: str, value: Any) -> bool:
    match key:
        case "title" | "description":
            return isinstance(value, str) and bool(value.strip())
        case "search":
            return value in (None, "", "true", "false") or (
                isinstance(value, dict) and set(value) <= {"exclude", "boost"}
            )
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )
