"""A promise: one thing that a guide tells, by a name that stays when order and wording change."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a promise is about; the order is that of the file."""

    CASE = "case"
    ACCESS = "access"
    SCOPE = "scope"
    ASPECT = "aspect"
    BEFORE = "before"
    CHARGE = "charge"
    STEP = "step"
    COUNT = "count"
    RATE = "rate"
    PATH = "path"
    OPEN = "open"
    MISSING = "missing"
    NEIGHBOURS = "neighbours"
    FORMERLY = "formerly"
    SOURCE = "source"
    FACT = "fact"
    SAYS = "says"


class Promise(NamedTuple):
    """One promise: ``subject`` names it by ids, ``told`` says it, ``about`` names the same for a person.

    Of what has no id of its own, such as the sentences of a list, several have one subject. What follows ``about`` is
    known only of a promise that was read from a catalogue, not of a line of a file.
    """

    kind: Kind
    subject: str
    told: str
    about: str = ""
    entries: tuple[str, ...] = ()
    """What it tells of, as addresses without numbers, the first being the one it stands under: `modalities.repair`."""
    said: tuple[str, ...] = ()
    """The parts of what is told, without the facts behind it."""
    facts: tuple[str, ...] = ()
    inferred: bool = False

    @property
    def place(self) -> tuple[int, tuple[tuple[str, int, str], ...], str]:
        """Return what promises are sorted by: kind, then subject with its numbers as numbers."""
        parts = (
            (text, int(number or 0), number) for text, number in re.findall(r"(\D*)(\d*)", self.subject)[:-1]
        )
        return _ORDER[self.kind], tuple(parts), self.told


_ORDER = {kind: number for number, kind in enumerate(Kind)}
