"""A word written twice is a slip that every reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_once
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_ONE = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+\1(?![\w-])", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(\w\w)\w*+\s++\1", re.IGNORECASE)
"""A word that begins as the one before it: looked for in half the time."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for text, paths in texts_once(catalogue):
        if found := _MAY_BE.search(text) and _ONE.search(text):
            yield from (Finding(path, {"seen": found[1]}, excerpt=found[0]) for path in paths)
        elif line := _line_twice(text):
            yield from (Finding(path, {"seen": line}, excerpt=line) for path in paths)


def _line_twice(text: str) -> str:
    """Return a run of words that stands twice, one after the other: a line pasted twice."""
    words = text.split()
    if len(words) - len(set(words)) < _LEAST:
        return ""
    for size in range(_LEAST, len(words) // 2 + 1):
        for at in range(len(words) - 2 * size + 1):
            if words[at] == words[at + size] and words[at : at + size] == words[at + size : at + 2 * size]:
                return " ".join(words[at : at + size])
    return ""


_LEAST = 4
"""Words of a run: few of them may be meant twice."""
