"""The examples in the file of each rule: the smallest valid catalogue with one change, and marks of what to find.

An example says `why`, and one of: `replace` with `by` (a piece of the smallest catalogue and what takes its place;
`also` lists more such pairs that the change needs),
`patch` (whole blocks of top-level keys, each in the place of the block of that key, a new one at the end),
`catalogue` (a whole text), `page` or `settings` (a whole file that lies beside the smallest catalogue),
`bytes` (a whole file, for what is no text; each character is one byte; `times` repeats it, `each` is found on each line
up to `line`), or `file` (only a name, for what cannot be opened).
A mark `# ! code` at the end of a line says that this fault, and no other, must be found on it; after a colon it may
quote what the caret stands under: `# ! unknown-reference: conter`. Marks are taken out before the text is read;
where the line is not part of the change, `at` gives line and code instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.linter.rule_file import example_groups

SMALLEST = Path(__file__).with_name("smallest.yaml")

_MARK = re.compile(r"[ ]*# ! (?P<code>[a-z0-9-]+)(?:: (?P<under>.+))?$", re.MULTILINE)
_BLOCK = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a fault must be found, and what its caret must stand under (None: not said)."""

    line: int
    code: str
    under: str | None


@dataclass(frozen=True, slots=True)
class RuleExample:
    """One example: the file that it makes, without the marks, and the marks."""

    why: str
    shown: str
    data: bytes | None
    """None where no file can be made: what cannot be opened."""
    marks: tuple[Mark, ...]
    beside: str = ""
    """What it is where it is no catalogue: a `page`, or the `settings` of a project."""


def examples(path: Path) -> dict[str, tuple[RuleExample, ...]]:
    """Read the examples of a rule: `broken` ones, and `near_miss` ones that must stay silent."""
    told = example_groups(path)
    return {kind: tuple(_example(each) for each in told.get(kind, ())) for kind in ("broken", "near_miss")}


@cache
def smallest() -> str:
    """Return the text of the smallest valid catalogue."""
    return SMALLEST.read_text(encoding="utf-8")


def _example(told: Mapping[str, Any]) -> RuleExample:
    match told:
        case {"file": shown}:
            return RuleExample(told["why"], shown, None, (Mark(1, told["finds"], None),))
        case {"bytes": shown}:
            data = shown.encode("latin-1") * told.get("times", 1)
            mark = Mark(told.get("line", 1), told["finds"], None)
            before = [Mark(line, told["each"], None) for line in range(1, mark.line + 1) if "each" in told]
            return RuleExample(told["why"], shown, data, (*before, mark))
        case {"replace": old, "by": shown}:
            text = _replaced(smallest(), old, shown)
            for more in told.get("also", ()):
                text = _replaced(text, more["replace"], more["by"])
        case {"page": shown} | {"settings": shown}:
            marks = tuple(Mark(line, code, None) for line, code in told.get("at", ()))
            beside = "page" if "page" in told else "settings"
            return RuleExample(told["why"], shown, shown.encode(), marks, beside)
        case {"patch": shown}:
            text = _patched(shown)
        case _:
            text = shown = told["catalogue"]
    marks = tuple(
        Mark(text.count("\n", 0, found.start()) + 1, found["code"], found["under"])
        for found in _MARK.finditer(text)
    )
    marks += tuple(Mark(line, code, None) for line, code in told.get("at", ()))
    return RuleExample(told["why"], shown, _MARK.sub("", text).encode("utf-8", "surrogatepass"), marks)


def _replaced(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"stands {text.count(old)} times in the smallest catalogue: {old!r}")
    return text.replace(old, new)


def _patched(patch: str) -> str:
    blocks = {block.split(":")[0]: block for block in _BLOCK.split(smallest())}
    blocks |= {
        block.split(":")[0]: block.rstrip("\n") + "\n" for block in _BLOCK.split(patch) if block.strip()
    }
    return "".join(blocks.values())
