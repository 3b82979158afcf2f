"""“Always” and “only” about money are promises: without a claim behind them, nobody notices when they turn false."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.claims_in_text import said_in
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for each in said_in(catalogue).unmarked():
        yield Finding(each.path, {"word": each.word, "sentence": each.sentence}, excerpt=each.word)
