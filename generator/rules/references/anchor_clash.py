"""On some pages ids are anchors: one that is an anchor already would lead every shared link to the wrong part."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.page_ids import earlier_ids_of, ids_of
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.i18n import words
from generator.routes import ROUTES, Entries, anchors, prefixes


def check(catalogue: Catalogue) -> Iterator[Finding]:
    told = words(catalogue.guide.language)
    for kind in dict.fromkeys(kind for route in ROUTES.values() for kind in (*route.some_ids, *route.ids)):
        pages = [route for route in ROUTES.values() if kind in (*route.ids, *route.some_ids)]
        taken = {anchor for route in pages for anchor in anchors(told, route.kind)}
        # Of two entries with the same anchor, the one that has it for sure makes way.
        taken |= {
            id_
            for route in pages
            if kind not in route.some_ids
            for other in route.some_ids
            for _, id_ in ids_of(catalogue, other)
        }
        beginnings = tuple(prefix for route in pages for prefix in prefixes(told, route.kind))
        for path, id_ in ids_of(catalogue, kind):
            if id_ in taken or id_.startswith(beginnings):
                yield Finding(path, {"id": id_})
        for path, old in _earlier(catalogue, kind):
            if old in taken or old.startswith(beginnings) or _is_of_another(catalogue, kind, old):
                yield Finding(path, {"id": old})
    # A case is called by its codes, in small letters on the page: those of the modality, who asks, how it ended.
    codes = [{each.code.lower() for each in part} for part in (catalogue.modalities, catalogue.requesters)]
    outcomes = {each.code.lower() for each in catalogue.outcomes}
    for path, id_ in (*ids_of(catalogue, "modality"), *_earlier(catalogue, "modality")):
        parts = id_.split("-")
        if len(parts) > 2 and all(
            part in known for part, known in zip(parts, (*codes, outcomes), strict=False)
        ):
            yield Finding(path, {"id": id_})


def _earlier(catalogue: Catalogue, kind: Entries) -> Iterator[tuple[Path, str]]:
    return ((path, old) for path, old, _entry in earlier_ids_of(catalogue, kind))


def _is_of_another(catalogue: Catalogue, kind: Entries, old: str) -> bool:
    """Tell whether an id of old is the anchor of another kind of entry on one of the same pages, or was it."""
    kinds = [(*route.ids, *route.some_ids) for route in ROUTES.values()]
    others = {other for each in kinds if kind in each for other in each if other != kind}
    return any(
        old == name
        for other in others
        for _, name in (*ids_of(catalogue, other), *_earlier(catalogue, other))
    )
