"""Takes out the warnings that a writer suppressed beside an entry, and tells of suppressions that suppress nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.analysis.traversal import by_kind
from generator.catalogue.entry import Suppression
from generator.catalogue.root import Catalogue
from generator.diagnostics import Diagnostic, Finding, Path, Severity
from generator.language.suggestion import suggestion


class Kept(NamedTuple):
    """What is still to be told, and what was suppressed."""

    told: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]


def suppress(
    catalogue: Catalogue,
    found: Iterable[Diagnostic],
    severity_of: Callable[[str], Severity | None],
    codes: Iterable[str],
    *,
    whole: bool,
) -> Kept:
    """Take out what the entries of a catalogue suppress, errors never.

    ``severity_of`` tells how severe a code is, None where there is no such code. Where the catalogue is not
    ``whole``, some checks did not speak, so that nobody can tell whether a suppression is idle.
    """
    told, suppressed = list(found), []
    slips = []
    for path, each in _suppressions(catalogue):
        severity = severity_of(each.code)
        if severity is None:
            near = suggestion(each.code, tuple(codes))
            slips.append(
                Diagnostic("unknown-code", Finding((*path, "code"), {"seen": each.code, "suggestion": near}))
            )
        elif severity is Severity.ERROR:
            slips.append(Diagnostic("suppressed-error", Finding((*path, "code"), {"code": each.code})))
        else:
            entry = path[:-2]
            hit = [one for one in told if one.code == each.code and one.path[: len(entry)] == entry]
            if not hit and whole:
                slips.append(Diagnostic("idle-suppression", Finding((*path, "code"), {"code": each.code})))
            suppressed += hit
            told = [one for one in told if one not in hit]
    return Kept((*told, *slips), tuple(suppressed))


def _suppressions(catalogue: Catalogue) -> Iterator[tuple[Path, Suppression]]:
    # The innermost entry first: it is the one that means just this warning.
    for path, entry in sorted(by_kind(catalogue).get(Suppression, ()), key=lambda each: -len(each[0])):
        assert isinstance(entry, Suppression)
        yield path, entry
