"""An id of old leads to one entry: were it given out again, a shared address would lead somewhere else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.traversal import held, ids, list_of
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    taken: dict[tuple[str, str], Path] = {}
    for path, name in ids(catalogue):
        taken.setdefault((list_of(path), name), path)
    for path, names in held(catalogue, "earlier_ids"):
        for index, name in enumerate(names):
            here: Path = (*path, index)
            other = taken.setdefault((list_of(path), name), here)
            if other != here:
                yield Finding(here, {"id": name}, related=(other,))
