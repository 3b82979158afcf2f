"""An id of old leads to one entry: were it given out again, a shared address would lead somewhere else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.page_ids import shared_addresses
from generator.analysis.traversal import held, ids, list_of
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    # What shares a place of addresses shares one of ids: an old page would lead on from where another one stands.
    places = {name: place for place in shared_addresses() for name in place}

    def space(path: Path) -> object:
        return places.get(list_of(path), list_of(path))

    taken: dict[tuple[object, str], Path] = {}
    for path, name in ids(catalogue):
        taken.setdefault((space(path), name), path)
    for path, names in held(catalogue, "earlier_ids"):
        for index, name in enumerate(names):
            here: Path = (*path, index)
            other = taken.setdefault((space(path), name), here)
            if other != here:
                yield Finding(here, {"id": name}, related=(other,))
