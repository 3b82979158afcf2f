"""A modality that has ended cannot be the answer to anybody's need."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    rows: dict[str, list[tuple[Path, FinderRow]]] = {}
    for index, row in enumerate(catalogue.finder.rows):
        for number, name in enumerate(row.recommend):
            if catalogue.modality[name].status is Status.RETIRED:
                rows.setdefault(name, []).append((("finder", "rows", index, "recommend", number), row))
    for name, found in rows.items():  # one report for each modality, however many rows recommend it
        (path, row), *others = found
        values = {"modality": catalogue.modality[name].name}
        yield Finding(path, values, related=tuple(each for each, _ in others), facts=row.facts)
