"""Holds what was found in a recovered catalogue against other readings of it: what stands in all of them is true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from generator.catalogue.root import Catalogue
from generator.diagnostics import MOST, Finding, Path
from generator.linter.recovery import STAND_IN

Run = Callable[[Catalogue], Iterator[Finding]]


def standing(
    doubted: Mapping[Run, Sequence[Finding]], readings: Iterable[Catalogue]
) -> Mapping[Run, Sequence[Finding]]:
    """Return what is found in every reading, as far as it is the same in all."""
    left = doubted
    for reading in readings:
        # Rules share what they compute of a catalogue, so that it is worth while to go through each of them once.
        left = {run: again for run, found in left.items() if (again := _again(found, run(reading)))}
        if not left:
            break
    return left


def _again(found: Sequence[Finding], now: Iterator[Finding]) -> Sequence[Finding]:
    at: dict[Path, list[Finding]] = {}
    try:
        for each in islice(now, MOST + 1):
            at.setdefault(each.path, []).append(each)
    except Exception:
        return ()  # such a reading may hold what no loader would let through: what is doubted stays doubted
    again = []
    for finding in found:
        for other in at.get(finding.path, ()):
            if other == finding:
                again.append(finding)
                break
            if _is_same(finding, other):
                again.append(
                    finding._replace(
                        related=tuple(path for path in finding.related if path in other.related),
                        facts=tuple(fact for fact in finding.facts if fact in other.facts),
                    )
                )
                break
    return again


def _is_same(finding: Finding, other: Finding) -> bool:
    """Tell whether two findings say the same, but for what is lost: a name that nobody wrote may be any."""
    return (
        finding.target == other.target
        and finding.excerpt == other.excerpt
        and finding.values.keys() == other.values.keys()
        and all(
            value == other.values[name]
            or bool(STAND_IN.search(value) and _pattern(value).fullmatch(other.values[name]))
            for name, value in finding.values.items()
        )
    )


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, STAND_IN.split(text))), re.DOTALL)
