"""A claim over no case at all is true whatever happens, and so proves nothing of the words that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import price_proofs, verdicts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if any(proof.overlaps for _, _, proof in price_proofs(catalogue)):
        return  # what a case comes to is open where two rows are for it, and another check tells
    for index, claim, verdict in verdicts(catalogue):
        if verdict.empty:
            yield Finding(("claims", index, "phrase"), {"phrase": claim.phrase}, facts=claim.facts)
