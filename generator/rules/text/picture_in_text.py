"""Texts of a catalogue stand in cards, tables and search results, where no picture can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)?")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if "![" in text and (found := _PICTURE.search(code_spans.without(text))):
            yield Finding(path, {"seen": found[0]}, excerpt=found[0])
