"""Two texts that each fit the other's entry have most likely changed places, and then both of them mislead."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.swapped import swapped
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for one, other in swapped(catalogue):
        yield Finding(one, {"key": str(one[-1])}, related=(other,))
