"""A number in a sentence is believed like one in a table: each is held to the price and the facts it stands with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.figures_told import told_figures
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if figures := told_figures(catalogue):
        for each in figures.unfounded():
            yield Finding(
                each.path, {"told": each.told, "value": each.value}, facts=each.facts, excerpt=each.told
            )
