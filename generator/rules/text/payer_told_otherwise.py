"""“Who pays” is what readers look for first: a sentence that names a payer must name the one of the rows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.payers_told import mistaken
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for each in mistaken(catalogue):
        yield Finding(each.path, {"told": each.excerpt, "party": each.party}, excerpt=each.excerpt)
