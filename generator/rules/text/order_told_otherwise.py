"""Who follows a sentence does things in its order: it must be the order in which the modality wants them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.order_told import disordered
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for each in disordered(catalogue):
        first, second = (catalogue.precondition[name].name for name in (each.first, each.second))
        yield Finding(each.path, {"first": first, "second": second}, excerpt=each.excerpt)
