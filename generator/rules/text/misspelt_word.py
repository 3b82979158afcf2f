"""A slip of the pen costs trust: who reads “atendimeto” wonders what else nobody looked at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.spelling import vocabulary
from generator.catalogue.root import Catalogue
from generator.diagnostics import MOST_PLACES, Finding

_MOST_MEANT = 40
"""Words for which it is told what was meant: in a catalogue with more, these are no slips, and each takes its time."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    words = vocabulary(catalogue)
    if words is not None:
        for number, (seen, (first, *others)) in enumerate(words.misspelt.items()):
            near = words.near(seen) if number < _MOST_MEANT else ""
            values = {"seen": seen, "suggestion": near}
            yield Finding(first, values, related=tuple(others[:MOST_PLACES]), excerpt=seen)
