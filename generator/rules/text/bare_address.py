"""An address that is no link is long to read and cannot be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_ADDRESS = re.compile(r"(?<![(<\w/.:@-])(?:https?://|www\.)[^\s)>\]]*[^\s)>\].,;:!?]")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if path[-1] == "url" or not ("://" in text or "www." in text):
            continue
        if found := _ADDRESS.search(_CODE.sub("", text)):
            yield Finding(path, {"seen": found[0]}, piece=found[0])


_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
