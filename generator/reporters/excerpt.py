"""The piece of an example that matters: the lines that differ from the smallest catalogue, and the way to them."""

from __future__ import annotations

from difflib import SequenceMatcher

from generator.linter.examples import RuleExample, smallest
from generator.reporters.message import visible

MOST = 14
"""Lines of one fragment; what is longer is cut around the place that is meant."""

HERE = "  ← "


def fragment(example: RuleExample, told: str = "") -> str:
    """Return the lines that an example is about; ``told`` stands behind each line that is at fault."""
    if example.data is None or not _is_text(example.data):
        return visible(example.shown.strip("\n")[:80])
    lines = example.data.decode("utf-8").removeprefix("\ufeff").splitlines()
    marked = {mark.line: mark.code for mark in example.marks}
    changed = set(range(len(lines))) if example.beside else _changed(lines)
    kept = sorted(_cut(_with_way(lines, changed | {line - 1 for line in marked}), marked))
    shown: list[str] = []
    for position, index in enumerate(kept):
        if not 0 <= index < len(lines):
            continue
        if position and index > kept[position - 1] + 1:
            shown.append(_indent(lines[index]) * " " + "…")
        mark = f"{HERE}{told or marked[index + 1]}" if index + 1 in marked else ""
        shown.append(visible(lines[index])[:160] + mark)
    return "\n".join(shown)


def _is_text(data: bytes) -> bool:
    if len(data) > 100_000:
        return False
    try:
        return "\x00" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _changed(lines: list[str]) -> set[int]:
    """The lines that the smallest catalogue has not."""
    matcher = SequenceMatcher(None, smallest().splitlines(), lines, autojunk=False)
    return {
        index
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind != "equal"
        for index in range(start, end)
    }


def _with_way(lines: list[str], wanted: set[int]) -> set[int]:
    """Add to each line the lines that it hangs under, so that one sees where in a catalogue it belongs."""
    found = set(wanted)
    for index in wanted:
        if not index < len(lines):
            continue
        depth = _indent(lines[index])
        for above in range(index - 1, -1, -1):
            if lines[above].strip() and _indent(lines[above]) < depth:
                depth = _indent(lines[above])
                found.add(above)
            if depth == 0:
                break
    return found


def _cut(kept: set[int], marked: dict[int, str]) -> set[int]:
    if len(kept) <= MOST or not marked:
        return set(sorted(kept)[:MOST])
    near = sorted(kept, key=lambda index: min(abs(index + 1 - line) for line in marked))
    return set(near[:MOST])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
