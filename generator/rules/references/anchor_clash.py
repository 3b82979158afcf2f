"""On some pages ids are anchors: one that is an anchor already would lead every shared link to the wrong part."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.page_ids import ids_of
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import words
from generator.routes import ROUTES, anchors, prefixes


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
    # A case is called by its codes, in small letters on the page: those of the modality, who asks, how it ended.
    codes = [{each.code.lower() for each in part} for part in (catalogue.modalities, catalogue.requesters)]
    outcomes = {each.code.lower() for each in catalogue.outcomes}
    for path, id_ in ids_of(catalogue, "modality"):
        parts = id_.split("-")
        if len(parts) > 2 and all(
            part in known for part, known in zip(parts, (*codes, outcomes), strict=False)
        ):
            yield Finding(path, {"id": id_})
