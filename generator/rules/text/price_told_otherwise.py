"""“Free” or “charged” in a sentence is what readers remember: it must be what the price of that place comes to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.prices_told import told_prices
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if prices := told_prices(catalogue):
        for each in prices.misfits():
            values = {"told": each.told, "about": each.about, "states": ", ".join(each.states)}
            yield Finding(each.path, values, excerpt=each.told)
