"""Whoever reads that they may not ask does not ask: a sentence on who may must say what the stands say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.access_told import mistaken
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for each in mistaken(catalogue):
        values = {"told": each.told, "requester": each.requester, "modality": each.about}
        yield Finding(each.path, values, excerpt=each.told)
