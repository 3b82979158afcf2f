"""Characters that are not seen can turn the direction of a text, split a word for search, or hide something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.hidden_characters import HIDDEN


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if hidden := HIDDEN.search(text):
            yield Finding(path, {"seen": f"U+{ord(hidden[0]):04X}"}, excerpt=hidden[0])
