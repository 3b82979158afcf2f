"""Nobody reads to the end of a text that is too long for its place, and a card or a table cell bursts with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import by_kind
from generator.catalogue.entry import Model
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.diagnostics import Finding

_LIMITS = {
    "actor": 40,
    "name": 80,
    "term": 60,
    "plural": 60,
    "title": 100,
    "organisation": 60,
    "audience": 120,
    "question": 160,
    "where": 160,
    "phrase": 160,
    "condition": 300,
    "description": 300,
    "help": 300,
    "how": 300,
    "note": 300,
    "because": 300,
    "definition": 400,
    "prevails": 400,
    "reason": 400,
    "status": 400,
    "summary": 400,
    "text": 500,
    "basis": 500,
}
"""By key, as the places where readers meet it have room."""

_FACT = 1200
"""A fact tells all that its source says, on a page of its own."""

_ADDRESS = re.compile(r"(?<=\])\([^)\s]*\)")
"""Of a link, what leads there."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for kind, found in by_kind(catalogue).items():
        for key, limit in _limits(kind):
            for path, entry in found:
                value = getattr(entry, key)
                # What readers see counts: the address that a word leads to takes no room.
                if (
                    isinstance(value, str)
                    and len(value) > limit
                    and (length := len(_ADDRESS.sub("", value))) > limit
                ):
                    yield Finding((*path, key), {"length": str(length), "limit": str(limit)})


def _limits(kind: type[Model]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (key, _FACT if issubclass(kind, Fact) else limit)
        for key, limit in _LIMITS.items()
        if key in kind.model_fields
    )
