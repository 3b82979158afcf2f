"""A claim over no case at all is true whatever happens, and so proves nothing of the words that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import verdicts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, claim, verdict in verdicts(catalogue):
        if verdict.empty:
            yield Finding(("claims", index, "phrase"), {"phrase": claim.phrase}, facts=claim.facts)
