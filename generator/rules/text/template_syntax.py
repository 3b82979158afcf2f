"""Marks of a template in a text were meant for another program; here they would be shown as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_MARK = re.compile(r"\{[{%#]|[}%#]\}")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if ("{" in text or "}" in text) and (mark := _MARK.search(code_spans.without(text))):
            yield Finding(path, {"seen": mark[0]}, excerpt=mark[0])
