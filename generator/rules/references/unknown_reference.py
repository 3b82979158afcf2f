"""An id that leads nowhere is a slip, or something that was taken out elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.references import Reference, named
from generator.analysis.traversal import ids
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.language.suggestion import suggestion

MOST_PLACES = 4
"""Places that cite what is not there, of which a misspelt definition tells."""

SUGGESTED = 100
"""Ids for which a suggestion is looked for: with more, something else went wrong than a slip of the hand."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    astray: dict[tuple[str, str], list[Reference]] = {}
    for found in named(catalogue):
        if not all(map(found.known.__contains__, found.ids)):
            for each in found.each():
                if each.id not in each.known:
                    astray.setdefault((each.kind, each.id), []).append(each)
    for number, ((kind, id_), references) in enumerate(astray.items()):
        near = suggestion(id_, references[0].known) if number < SUGGESTED else ""
        if near and len(references) > 1 and (home := _uncited(catalogue, kind, near)):
            # All who cite it agree, and nobody cites the other one: then the slip is where it is defined.
            related = tuple(each.path for each in references[:MOST_PLACES])
            yield Finding(home, {"kind": kind, "id": id_, "suggestion": id_}, related=related)
        else:
            for each in references:
                yield Finding(each.path, {"kind": kind, "id": id_, "suggestion": near}, each.on)


def _uncited(catalogue: Catalogue, kind: str, id_: str) -> Path | None:
    """Return where an id is defined that nothing refers to as one of a kind; None where something does."""
    if any(each.kind == kind and id_ in each.ids for each in named(catalogue)):
        return None
    return next((path for path, name in ids(catalogue) if name == id_), None)
