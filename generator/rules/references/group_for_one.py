"""A group stands for its members where several may be meant; where one is, it says too little."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.references import named, of_group
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_SHOWN = 12
"""Members that are named: more than that are looked up."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for found in named(catalogue):
        if not all(map(found.known.__contains__, found.ids)):
            for each in found.each():
                members = () if each.id in each.known else of_group(catalogue, each.kind, each.id)
                if members:
                    more = "…" if len(members) > _SHOWN else ""
                    values = {"group": each.id, "members": ", ".join(members[:_SHOWN]) + more}
                    yield Finding(each.path, values, each.target)
