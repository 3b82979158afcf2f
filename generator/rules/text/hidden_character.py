"""Characters that are not seen can turn the direction of a text, split a word for search, or hide something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

NEEDS = ()


# Controls but for tab and line end; directions; spaces without width; halves of characters. The joiners
# (U+200C, U+200D) stay: scripts and emoji need them.
_HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ud800-\\udfff]"
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if hidden := _HIDDEN.search(text):
            yield Finding(path, {"seen": f"U+{ord(hidden[0]):04X}"}, piece=hidden[0])
