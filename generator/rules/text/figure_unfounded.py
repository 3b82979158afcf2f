"""A number in a sentence is believed like one in a table: each is held to the price and the facts it stands with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.examples_told import told_otherwise
from generator.analysis.figures_told import told_figures
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if figures := told_figures(catalogue):
        # Of the time of an example, the text and the case tell two things: a check of its own says so.
        examples = {
            (*each.path[:4], "text") for each in told_otherwise(catalogue) if each.path[-1] == "minutes"
        }
        for each in figures.unfounded():
            if each.path in examples:
                continue
            yield Finding(
                each.path, {"told": each.told, "value": each.value}, facts=each.facts, excerpt=each.told
            )
