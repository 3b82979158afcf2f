"""A row that decides no case is shown to nobody, so nobody would see that it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Access
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_SILENT = (PriceState.NOT_OFFERED, PriceState.UNKNOWN)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    admitted: dict[str, set[str]] = {}
    for modality in catalogue.modalities:
        names = admitted.setdefault(modality.pricing, set())
        # A stand on the requester itself goes before one on a group.
        states = {
            **{
                m: stand.state for name, stand in modality.requesters.items() for m in catalogue.members(name)
            },
            **{name: stand.state for name, stand in modality.requesters.items()},
        }
        names |= {name for name, state in states.items() if state is Access.ALLOWED}
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, row in enumerate(rule.rows):
            wanted = {member for name in row.when.get(REQUESTER, ()) for member in catalogue.members(name)}
            if rule.id in admitted and wanted and row.then not in _SILENT and not wanted & admitted[rule.id]:
                path = ("pricing_rules", index, "rows", number, "id")
                yield Finding(path, {"row": row.id}, facts=row.facts)
