"""A sign that a change left behind is seen by every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_SIGN = re.compile(r"\w+ [,;](?= |$)|[,;]$|,,|;;|,\.|\(\s*\)")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if found := _SIGN.search(text):
            yield Finding(path, {"seen": found[0]}, piece=found[0])
