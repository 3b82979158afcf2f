"""An id that leads nowhere is a slip, or something that was taken out elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.analysis.references import Reference, named, of_group
from generator.analysis.traversal import ids
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.language.suggestion import suggestion

MOST_PLACES = 4
"""Places with the same id that leads nowhere, of which the report at the first tells."""

SUGGESTED = 100
"""Ids for which a suggestion is looked for: with more, something else went wrong than a slip of the hand."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    astray: dict[tuple[str, str], list[Reference]] = {}
    for found in named(catalogue):
        if not all(map(found.known.__contains__, found.ids)):
            for each in found.each():
                if each.id not in each.known and not of_group(catalogue, each.kind, each.id):
                    astray.setdefault((each.kind, each.id), []).append(each)
    for number, ((kind, id_), references) in enumerate(astray.items()):
        known = references[0].known
        uncited = _uncited(catalogue, kind, known) if number < SUGGESTED else frozenset()
        # What nobody cites is looked at first: that is what was renamed where it is defined.
        near = (suggestion(id_, uncited) or suggestion(id_, known)) if number < SUGGESTED else ""
        if not near and len(uncited) == 1:
            near = next(iter(uncited))
        first, *others = references
        if near in uncited and others and (home := _home(catalogue, near)):
            # All who cite it agree, and nobody cites the other one: then the slip is where it is defined.
            related = tuple(each.path for each in references[:MOST_PLACES])
            yield Finding(home, {"kind": kind, "id": id_, "suggestion": id_}, related=related)
        else:
            # One slip, such as a new id for an entry, in however many places it is seen.
            related = tuple(each.path for each in others[:MOST_PLACES])
            yield Finding(first.path, {"kind": kind, "id": id_, "suggestion": near}, first.target, related)


def _uncited(catalogue: Catalogue, kind: str, known: Collection[str]) -> frozenset[str]:
    """Return the ids of a kind to which nothing refers."""
    cited = {id_ for each in named(catalogue) if each.kind == kind for id_ in each.ids}
    return frozenset(known) - cited


def _home(catalogue: Catalogue, id_: str) -> Path | None:
    return next((path for path, name in ids(catalogue) if name == id_), None)
