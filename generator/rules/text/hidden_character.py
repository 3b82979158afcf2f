"""Characters that are not seen can turn the direction of a text, split a word for search, or hide something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.traversal import texts_once
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.hidden_characters import HIDDEN


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for text, paths in texts_once(catalogue):
        if hidden := HIDDEN.search(text):
            seen = {"seen": f"U+{ord(hidden[0]):04X}"}
            yield from (Finding(path, seen, excerpt=hidden[0]) for path in paths)
