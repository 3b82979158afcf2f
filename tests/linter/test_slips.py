"""A mistake that a tired writer makes every day is told once, at its line, with its cause and its cure."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.linter.runner import examine
from generator.source.reader import SourceFile
from tests.linter.slips import BASE, SLIPS, Slip

SILENT = {
    "no-dot": "a matter of style: short texts may do without",
    "wrong-term": "a term of common words keeps their own meaning without its capitals",
    "caps": "a matter of style",
    "emoji": "a matter of style",
    "name-two": "a text may be wrapped anywhere; the promises show the name",
}
"""Mistakes of which nothing is told, each with the reason."""

MOST_ASTRAY = 10


@pytest.mark.parametrize("slip", SLIPS, ids=[each.name for each in SLIPS])
def test_what_is_told_of_a_slip(slip: Slip) -> None:
    """Each is told at its line under its code, and nothing else is told."""
    assert slip.old in BASE
    begins = BASE[: BASE.index(slip.old)].count("\n") + 1
    found = examine(SourceFile("modalities.yaml", BASE.replace(slip.old, slip.new, 1)))
    assert tuple((found.place(each).line - begins, each.code) for each in found.diagnostics) == slip.told


def test_hardly_any_report_leads_astray() -> None:
    """Of a hundred mistakes and more, no other is silent than those with a reason, and ten at most lead astray."""
    marks = Counter(each.mark for each in SLIPS)
    assert len(SLIPS) >= 100
    assert len({each.name for each in SLIPS}) == len(SLIPS)
    assert {each.name for each in SLIPS if not each.mark} == SILENT.keys()
    assert all(bool(each.mark) == bool(each.told) for each in SLIPS)
    assert marks[1] <= MOST_ASTRAY
