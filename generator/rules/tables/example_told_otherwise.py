"""An example is read as a sentence and computed as a case: both have to be the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.examples_told import told_otherwise
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for each in told_otherwise(catalogue):
        text = (*each.path[:4], "text")
        yield Finding(each.path, {"told": each.told, "value": each.value}, related=(text,))
