"""Texts hold Markdown within a line at most: a heading, a table or half an emphasis would be shown letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans
from generator.language.markdown_slips import SPACED_LINK, STRONG

_SIGNS = re.compile(r"[#>|\[*]")
_KINDS = {
    "heading": re.compile(r"^ {0,3}#{1,6} \S+", re.MULTILINE),
    "quote": re.compile(r"^ {0,3}> \S+", re.MULTILINE),
    "table": re.compile(r"^ {0,3}\|[^|\n]+\|[^|\n]*\|?", re.MULTILINE),
    "link": SPACED_LINK,
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if not _SIGNS.search(text):
            continue
        prose = code_spans.without(text)
        for kind, pattern in _KINDS.items():
            if found := pattern.search(prose):
                yield Finding(path, {"seen": found[0].strip(), "kind": kind}, excerpt=found[0].strip())
                break
        else:
            if len(STRONG.findall(prose)) % 2:
                yield Finding(path, {"seen": "**", "kind": "strong"}, excerpt="**")
