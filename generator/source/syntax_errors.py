"""What a writer most likely did where the parser had to stop: its own words speak of tokens and of contexts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from generator.diagnostics import Span
from generator.source.conflict_marks import WIDTH, conflict
from generator.source.line_shapes import BEFORE_KEY, BULLETS, DASHES
from generator.source.reader import SourceFile
from generator.source.swallowed import is_key


def slip(error: yaml.YAMLError, source: SourceFile) -> tuple[str, Span]:
    """Name what a writer most likely did where the parser had to stop, and the place to look at."""
    start: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or start
    if mark is None:
        return "yaml-syntax", Span(1, 1, 1, 1)
    if (marked := conflict(source.text)) is not None:
        # The parser stumbles only lines later, over what makes no sense after the mark.
        line = source.text.count("\n", 0, marked) + 1
        return "conflict-marker", Span(line, 1, line, 1 + WIDTH)
    stopped = source.lines[mark.line] if mark.line < len(source.lines) else ""
    if tab := _TAB.match(stopped):
        # Whatever the parser makes of it: nobody sees a tab, and it is what stopped it.
        return "tab-indentation", Span(mark.line + 1, tab.end(), mark.line + 1, tab.end() + 1)
    context, problem = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    if "unexpected end of stream" in problem or context.endswith(_TELLS_ITS_START):
        # Where the quotes, the bracket or the sign stand; where the parser gave up tells nothing.
        mark = start or mark
    begun = start.line if start and "scanning a simple key" in context else mark.line
    if (stands := _first_where(_NO_ITEM.match, source, begun, mark.line)) is not None:
        return "hyphen-without-blank", _from_first_sign(source, stands)
    if begun != mark.line or "scanning a simple key" in context:
        return _no_key(source, begun)
    if "mapping values are not allowed" in problem and (found := _misplaced(source, mark.line, mark.column)):
        return found
    return _stopped(context, problem, mark, source)


def _stopped(context: str, problem: str, mark: Any, source: SourceFile) -> tuple[str, Span]:
    """Name a slip by the line on which the parser stopped."""
    line, column = mark.line + 1, mark.column + 1
    text = source.lines[mark.line] if mark.line < len(source.lines) else ""
    if "expected key" in problem and (bracketed := _BRACKETED.search(text[: mark.column])):
        # A text that begins with a bracket ends, for the parser, where the bracket is closed.
        column = bracketed.start("bracket") + 1
        return "special-first-character", Span(line, column, line, column + 1)
    if "expected key" in problem and (first := _item_without_hyphen(source, mark.line)) is not None:
        return "hyphen-missing", _from_first_sign(source, first)
    if (
        ("expected key" in problem or "expected '-'" in problem)
        and (key := _KEY_AND_COLON.match(text))
        and key.start("key") == mark.column
    ):
        return "wrong-indentation", Span(line, column, line, key.end("key") + 1)
    cause = _cause(context, problem, text, mark.column)
    if found := _of_cause(cause, text, mark, source):
        return found
    if cause == "yaml-syntax" and _WRITTEN.match(text) and not _LIKE_YAML.match(text):
        return "line-break-in-text", _from_first_sign(source, mark.line)
    return cause, Span(line, column, line, column + 1)


def _of_cause(cause: str, text: str, mark: Any, source: SourceFile) -> tuple[str, Span] | None:
    """Name a slip more closely than its cause does, by what stands on the line; None where nobody can."""
    line = mark.line + 1
    if cause == "unclosed-bracket" and (within := _within_bracket(text, mark.column)):
        code, at = within
        return code, Span(line, at + 1, line, at + 2)
    if cause == "yaml-syntax" and not text[: mark.column].strip() and _is_like_items_above(source, mark.line):
        return "item-too-deep", _from_first_sign(source, mark.line)
    if cause == "special-first-character" and (sign := _BLOCK_AND_TEXT.search(text)):
        return "text-behind-block-sign", Span(line, sign.start() + 1, line, sign.end() + 1)
    if cause == "colon-in-text":
        if curly := _CURLY.match(text):
            return "curly-quotes", Span(line, curly.end(), line, curly.end() + 1)
        if (rounded := _ROUNDED.match(text)) and is_key(rounded["inner"], _opened(source.text)):
            return "keys-without-braces", Span(line, rounded.start("round") + 1, line, len(text.rstrip()) + 1)
        if (last := _KEY_AT_END.match(text)) and is_key(last["inner"], _opened(source.text)):
            return "keys-without-braces", Span(line, last.start("inner") + 1, line, len(text.rstrip()) + 1)
        if (two := _TWO_KEYS.match(text)) and is_key(two["inner"], _opened(source.text)):
            return "keys-without-braces", Span(line, two.start("inner") + 1, line, len(text.rstrip()) + 1)
    return None


def _is_like_items_above(source: SourceFile, number: int) -> bool:
    """Tell whether a line begins with a hyphen and the key with which the items of a list around it begin."""
    item = _ITEM_AND_KEY.match(source.lines[number]) if number < len(source.lines) else None
    above = (_ITEM_AND_KEY.match(source.lines[at]) for at in range(number - 1, -1, -1))
    outer = next((each for each in above if item and each and each.end("before") < item.end("before")), None)
    return bool(item and outer and outer["key"] == item["key"])


def _within_bracket(text: str, begin: int) -> tuple[str, int] | None:
    """Name what is wrong between a bracket and the end of its line, and the column; None where nobody can tell."""
    quotes = [found.start() for found in _OPENING_QUOTE.finditer(text, begin)]
    if text.count('"', begin) % 2 and quotes:
        return "unclosed-quote", quotes[-1]
    if gap := _NO_COMMA.search(text, begin):
        return "comma-missing", gap.start("key")
    return None


def _no_key(source: SourceFile, number: int) -> tuple[str, Span]:
    """Tell of a line that has no colon: a key that lost it, a text that goes on, or the end of half a file."""
    line = source.lines[number]
    if number == len(source.lines) - 1:
        return "file-cut-off", _from_first_sign(source, number)
    if odd := _ODD_COLON.match(line):
        return "colon-missing", Span(number + 1, odd.start("key") + 1, number + 1, odd.end() + 1)
    key = _KEY_AND_MORE.match(line)
    if key and (_SHORT_VALUE.fullmatch(key["key"]) or is_key(key["key"].split()[0], source.text)):
        return "colon-missing", Span(number + 1, key.start("key") + 1, number + 1, key.end("key") + 1)
    return "line-break-in-text", _from_first_sign(source, number)


def _first_where(fits: Callable[[str], object], source: SourceFile, *numbers: int) -> int | None:
    return next((each for each in numbers if each < len(source.lines) and fits(source.lines[each])), None)


def _item_without_hyphen(source: SourceFile, number: int) -> int | None:
    """Return the line on which the first item of a list begins without its hyphen, where a later one has it."""
    item = _ITEM.match(source.lines[number])
    if item is None:
        return None
    first = None
    for at in range(number - 1, -1, -1):
        line = source.lines[at]
        if not _WRITTEN.search(line):
            continue
        if len(line) - len(line.lstrip()) <= len(item[0]) - len("- "):
            hyphens = first is None or _ITEM.match(source.lines[first])
            return first if _KEY_ALONE.fullmatch(line) and not hyphens else None
        first = at
    return None


def _from_first_sign(source: SourceFile, number: int) -> Span:
    line = source.lines[number] if number < len(source.lines) else ""
    begin = len(line) - len(line.lstrip()) + 1
    return Span(number + 1, begin, number + 1, max(begin + 1, len(line.rstrip()) + 1))


def _opened(text: str) -> str:
    """Give a text with each key within braces on a line of its own."""
    return re.sub(r"[{,] *", "\n", text)


def _misplaced(source: SourceFile, number: int, column: int) -> tuple[str, Span] | None:
    """Tell of a key that begins its line and yet is none: it, or the line above, is not written as it should be.

    None where the colon stands within a text. Lines and columns count from 0.
    """
    key = _KEY.fullmatch(source.lines[number], 0, column)
    above = next((at for at in range(number - 1, -1, -1) if _WRITTEN.search(source.lines[at])), None)
    if key is None or above is None:
        return None
    if _OF_A_DIFF.match(source.lines[above]):
        return "wrong-indentation", _from_first_sign(source, above)
    before = _KEY_AND_MORE.match(source.lines[above])
    if before and before.start("key") == key.start("key") and ":" not in before[0]:
        return _no_key(source, above)
    return "wrong-indentation", Span(number + 1, key.start("key") + 1, number + 1, column + 1)


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
_NO_ITEM = re.compile(rf" *(?:-(?=[^\s-])|[{DASHES}{BULLETS}](?=[ \w])|\*(?= ))")
_SHORT_VALUE = re.compile(r"[a-z_]+(?::\S.*| [\w-]+)?")
_CURLY = re.compile(rf"{BEFORE_KEY}(?:[\w-]+: +)?[“”‘’«»„]")
_TWO_KEYS = re.compile(rf"{BEFORE_KEY}[\w-]+: +(?P<inner>[a-z][a-z0-9_-]*): \S")
_LIKE_YAML = re.compile(r" *(?:- |[\w-]+:(?: |$)|[\]\[{}\"'])")
_ITEM = re.compile(r" *- (?=\S)")
_ITEM_AND_KEY = re.compile(r"(?P<before> *)- +\{?(?P<key>[\w-]+):")
_KEY_ALONE = re.compile(rf"{BEFORE_KEY}[\w-]+: *(?:#.*)?")
_OF_A_DIFF = re.compile(r"[+-] +[\w-]+:(?: |$)")
_ODD_COLON = re.compile(
    f"^{BEFORE_KEY}(?P<key>[a-z_]+) *(?:[\uff1a\ufe55\ua789]|:[\u00a0\u2000-\u200b\u202f\u3000])"
)
_KEY_AT_END = re.compile(rf"{BEFORE_KEY}[\w-]+: [^\"']*[.!?] (?P<inner>[a-z_]+): [^.]*$")
_ROUNDED = re.compile(rf"{BEFORE_KEY}[\w-]+: +(?P<round>\( *(?P<inner>[a-z][a-z0-9_-]*): .*\)) *$")
_TAB = re.compile(r" *\t")
_SPECIAL_FIRST = tuple("*&!%@`|>{}[]?")
_KEY = re.compile(rf"{BEFORE_KEY}(?P<key>[\w-]+) *")
_KEY_AND_MORE = re.compile(rf"{BEFORE_KEY}(?P<key>[^\s\"'&*!|>%@`\[{{#-].*?) *$")
_KEY_AND_COLON = re.compile(r" *(?P<key>[\w-]+):(?= |$)")
_OPENING_QUOTE = re.compile(r'(?<=[:,\[{] )"|(?<=[\[{])"')
_NO_COMMA = re.compile(r"[{,] *[\w-]+: [^\s,:{}\[\]\"']+ +(?P<key>[a-z_]+): ")
_BLOCK_AND_TEXT = re.compile(r"(?<=: )[>|][-+]?(?= +[^\s#])")
_WRITTEN = re.compile(r"^ *[^\s#]")


def _cause(context: str, problem: str, text: str, column: int) -> str:
    """Name the writer's likely slip; libyaml's own words speak of tokens and anchors."""
    at = text[column : column + 1]
    indentation = text[: len(text) - len(text.lstrip())]
    causes = {
        "nested-too-deep": "nesting depth" in problem,
        "tab-indentation": "\t" in indentation or at == "\t",
        "bad-escape": "escape" in problem or "escape" in context or "hexdecimal" in problem,
        # A quote within quoted text ends it too early, and the next word is one too many.
        "unclosed-quote": "quoted scalar" in context + problem or text[:column].rstrip().endswith(("'", '"')),
        "unclosed-bracket": context.endswith(("flow sequence", "flow mapping")),
        "special-first-character": at in _SPECIAL_FIRST
        or "entries are not allowed" in problem
        or context.endswith(_TELLS_ITS_START),
        "colon-in-text": "mapping values are not allowed" in problem,
    }
    return next((code for code, likely in causes.items() if likely), "yaml-syntax")
