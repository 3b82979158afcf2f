"""Of two entries with one id, one could never be referred to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.traversal import ids, list_of
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for path, name in ids(catalogue):
        before = first.setdefault((list_of(path), name), path)
        if before != path:
            yield Finding(path, {"id": name}, related=(before,))
