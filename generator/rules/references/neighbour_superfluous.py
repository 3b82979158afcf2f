"""A pair of modalities that readers confuse is written once; written twice, one side would be forgotten in a change."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    said: set[frozenset[str]] = set()
    for index, modality in enumerate(catalogue.modalities):
        for number, name in enumerate(modality.neighbours):
            pair = frozenset((modality.id, name))
            if name in modality.neighbours[:number]:
                continue  # another check tells of what stands twice in one list
            if len(pair) == 1 or pair in said:
                path = ("modalities", index, "neighbours", number)
                other = catalogue.modality.get(name)
                yield Finding(path, {"name": other.name if other else name})
            said.add(pair)
