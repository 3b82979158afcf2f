"""A price rests on its facts: where they tell a figure, the price must have just that one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.figures_told import told_figures
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if figures := told_figures(catalogue):
        for index, rule in enumerate(catalogue.pricing_rules):
            for each in figures.against_facts(rule):
                values = {"told": each.told, "rule": rule.name}
                yield Finding(("pricing_rules", index, *each.path), values, facts=each.facts)
