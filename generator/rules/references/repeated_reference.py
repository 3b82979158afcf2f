"""An id that stands twice in one list was mostly meant to be another one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.references import named
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for found in named(catalogue):
        if len(found.ids) > 1 and found.form == "list" and len(set(found.ids)) < len(found.ids):
            seen = set()
            for each in found.each():
                if each.id in seen:
                    yield Finding(each.path, {"id": each.id})
                seen.add(each.id)
