"""Steps are followed from the top: what must come first has to stand in them in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        order = [each.precondition for each in modality.preconditions]
        fulfilling = [
            (number, each.precondition)
            for number, each in enumerate(modality.steps)
            if each.precondition in order
        ]
        for (before, one), (number, other) in pairwise(fulfilling):
            if order.index(str(other)) < order.index(str(one)):
                values = {
                    "modality": modality.name,
                    "first": catalogue.precondition[str(one)].name,
                    "second": catalogue.precondition[str(other)].name,
                }
                base = ("modalities", index, "steps")
                yield Finding(
                    (*base, number, "precondition"), values, related=((*base, before, "precondition"),)
                )
