"""Codes make up the names of cases: two equal ones would make two cases one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.whole import Catalogue
from generator.checks.walk import entries
from generator.diagnostics import Finding
from generator.words import N_

TITLE = N_("Code used twice")
MESSAGE = N_("The code “{code}” is used a second time.")
CURE = N_("Give the newer of the two entries another code.")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    first: dict[tuple[object, str], tuple[str | int, ...]] = {}
    for path, entry in entries(catalogue):
        code = getattr(entry, "code", None)
        if code is not None:
            before = first.setdefault((path[:-1], code), (*path, "code"))
            if before != (*path, "code"):
                yield Finding((*path, "code"), {"code": code}, related=(before,))
