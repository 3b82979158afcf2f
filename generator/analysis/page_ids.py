"""The ids that stand in addresses or are anchors on pages: of each kind of entry that `routes.py` names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.analysis.agreements import agreements
from generator.analysis.traversal import once
from generator.catalogue.references import HOMES
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.routes import ROUTES, Entries, Route

_HOMES: Mapping[Entries, tuple[str, ...]] = {
    "group": HOMES["group"],
    "modality": HOMES["modality"],
    "requester": HOMES["requester"],
    "agreement": HOMES["precondition"],
    "fact": HOMES["fact"],
    # No other entry refers to these.
    "open question": ("open_questions",),
    "term": ("glossary",),
}


def ids_of(catalogue: Catalogue, kind: Entries) -> tuple[tuple[Path, str], ...]:
    """Return the ids of a kind of entry, each behind where it stands; one that is there twice, twice."""
    found = _below(catalogue, _HOMES[kind], ())
    if kind == "agreement":
        found = (each for each in found if each[1].id in agreements(catalogue))
    return tuple((path, entry.id) for path, entry in found)


def has_page(catalogue: Catalogue, route: Route) -> bool:
    """Tell whether a guide has a kind of page: there is what it tells of, and it is not too much for it."""
    too_many = bool(route.up_to) and len(catalogue.modalities) > route.up_to
    return not too_many and (not route.where or bool(ids_of(catalogue, route.where)))


def earlier_ids_of(catalogue: Catalogue, kind: Entries) -> Iterator[tuple[Path, str, Any]]:
    """Give each id that an entry of a kind had before, behind where it stands, with the entry itself."""
    yield from _earlier(catalogue)[kind]


@once
def _earlier(catalogue: Catalogue) -> Mapping[Entries, Sequence[tuple[Path, str, Any]]]:
    # Each page asks for those on it: most have none, and to look for them is to go through all entries.
    return {
        kind: [
            ((*path[:-1], "earlier_ids", index), old, entry)
            for path, entry in _below(catalogue, home, ())
            for index, old in enumerate(getattr(entry, "earlier_ids", ()))
        ]
        for kind, home in _HOMES.items()
    }


def home_of(kind: Entries) -> str:
    """Name the list in which a kind of entry stands, as promises name it."""
    return ".".join(_HOMES[kind])


def shared_addresses() -> tuple[frozenset[str], ...]:
    """Return the lists of entries whose pages lie in one place: below it, their ids are one space."""
    places: dict[str, set[str]] = {}
    for route in ROUTES.values():
        if route.each:
            places.setdefault(route.below, set()).add(home_of(route.each))
    return tuple(frozenset(each) for each in places.values())


def _below(entry: Any, keys: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not keys:
        yield (*path, "id"), entry
        return
    key, *rest = keys
    found = getattr(entry, key)
    if isinstance(found, tuple):
        for index, each in enumerate(found):
            yield from _below(each, tuple(rest), (*path, key, index))
    else:
        yield from _below(found, tuple(rest), (*path, key))
