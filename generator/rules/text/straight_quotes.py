"""Straight quotes are the machine's: beside the curly ones of the interface, readers see two kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_QUOTED = re.compile(r'(?<!\w)"([^"`]+)"(?!\w)')


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if '"' in text and "`" not in text and (found := _QUOTED.search(text)):
            yield Finding(path, {"seen": found[0], "better": f"“{found[1]}”"}, excerpt=found[0])
