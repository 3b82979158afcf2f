"""Some words have a meaning of their own where ids stand, so no entry may be called so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.whole import Catalogue
from generator.decisions.price import OUTCOME, REQUESTER
from generator.diagnostics import Finding
from generator.words import N_

TITLE = N_("Id that has a meaning already")
MESSAGE = N_("“{id}” has a meaning of its own and cannot be the id of this entry.")
CURE = N_("Give the entry another id.")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for key, reserved in (("parties", (UNKNOWN.value,)), ("dimensions", (REQUESTER, OUTCOME))):
        for index, entry in enumerate(getattr(catalogue, key)):
            if entry.id in reserved:
                yield Finding((key, index, "id"), {"id": entry.id})
