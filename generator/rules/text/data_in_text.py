"""What was pasted as data tells readers nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_with
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_DATA = re.compile(r"(?<![\w/(:.`-])(?=[A-Za-z0-9+/]*[0-9])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{40,}={0,2}")
_SHOWN = 40


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for text, paths in texts_with(catalogue, _DATA.search):
        if found := _DATA.search(text):
            for path in paths:
                if path[-1] != "url":
                    yield Finding(path, {"seen": found[0][:_SHOWN]}, excerpt=found[0])
