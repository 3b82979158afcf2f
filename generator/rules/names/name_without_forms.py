"""Sentences are made of names: in some languages a name alone makes a stiff one, or a wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import listed

_ASKED_OF = {
    "modalities": ("subject", "of"),
    "requesters": ("subject",),
    "requester_groups": ("subject",),
}
"""The forms in which the guide's sentences take the names of these entries."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    needed = listed(catalogue.guide.language, "forms") or []
    for kind, forms in _ASKED_OF.items():
        for index, entry in enumerate(getattr(catalogue, kind)):
            missing = [each for each in forms if each in needed and getattr(entry.forms, each) is None]
            if missing:
                yield Finding((kind, index, "name"), {"name": entry.name, "missing": ", ".join(missing)})
