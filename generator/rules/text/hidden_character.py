"""Characters that are not seen can turn the direction of a text, split a word for search, or hide something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

# Controls but for tab and line end; directions; what has no width, or is a blank that is no space; tags; halves of
# characters. The joiners (U+200C, U+200D) and the choice of a coloured sign (U+FE0F) stay: scripts and emoji need them.
_HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f"
    "\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0e\\ufeff\\uffa0\\ufff0-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e0fff]"
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if hidden := _HIDDEN.search(text):
            yield Finding(path, {"seen": f"U+{ord(hidden[0]):04X}"}, piece=hidden[0])
