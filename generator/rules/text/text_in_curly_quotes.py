"""Curly quotes are letters like any other: around a whole text they were meant for the program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|«[^«»]*»|„[^„“”]*[“”]|”[^“”]*”")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if text[:1] in _SIGNS and _QUOTED.fullmatch(text):
            yield Finding(path)


_SIGNS = frozenset("“‘«„”")
