"""Some words have a meaning of their own where ids stand, so no entry may be called so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.references import MODALITY, OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path

_FIELDS = ("minutes", "rate", "billed", "h", "elements", "hidden", "dataset", "closest")
"""What the simulator asks for besides, what an address can hold besides, and what its script asks of a form."""

_FILES = frozenset(
    (
        *("index", "readme", "con", "prn", "aux", "nul"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
    )
)
"""Names of files that a site needs for itself, or that no Windows can have: an id becomes part of an address."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for key, reserved in (
        ("parties", (UNKNOWN.value,)),
        ("dimensions", (REQUESTER, OUTCOME, MODALITY, *_FIELDS)),
    ):
        for index, entry in enumerate(getattr(catalogue, key)):
            if entry.id in reserved:
                yield Finding((key, index, "id"), {"id": entry.id})
    named: dict[Path, tuple[str, ...]] = {
        ("guide", "groups"): tuple(each.id for each in catalogue.guide.groups),
        ("modalities",): tuple(each.id for each in catalogue.modalities),
        ("requesters",): tuple(each.id for each in catalogue.requesters),
    }
    for path, ids in named.items():
        for index, id_ in enumerate(ids):
            if id_ in _FILES:
                yield Finding((*path, index, "id"), {"id": id_})
