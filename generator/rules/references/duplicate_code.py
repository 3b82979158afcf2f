"""Codes make up the names of cases: two equal ones would make two cases one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.traversal import held
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    first: dict[tuple[object, str], tuple[str | int, ...]] = {}
    for path, code in held(catalogue, "code"):
        before = first.setdefault((path[:-2], code), path)
        if before != path:
            yield Finding(path, {"code": code}, related=(before,))
