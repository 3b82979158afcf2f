"""A special space in a name comes with pasted text: unseen, it makes another name, which no search finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_SPACE = re.compile("\\S*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])\\S*")

_NAMES = frozenset(("name", "title", "organisation", "term", "plural", "also", "phrase"))


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if not text.isascii() and not _NAMES.isdisjoint(path[-2:]) and (found := _SPACE.search(text)):
            yield Finding(path, {"code": f"U+{ord(found[1]):04X}", "seen": found[0]}, excerpt=found[0])
