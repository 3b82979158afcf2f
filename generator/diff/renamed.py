"""The older catalogue under the ids of the newer one: an entry that says what it was called is the same entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.analysis.references import named
from generator.analysis.traversal import ids, list_of
from generator.catalogue.references import HOMES
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.linter.recovery import at, changed

_LISTS: Mapping[str, str] = {
    **{".".join(HOMES[kind]): kind for kind in ("modality", "requester", "outcome", "group")},
    # No other entry refers to these.
    "glossary": "",
    "open_questions": "",
}
"""The lists whose entries may say what they were called, each with how others refer to them."""


def under_new_ids(old: Catalogue, new: Catalogue) -> Catalogue:
    """Return the older catalogue in which entries have the ids that they have in the newer one."""
    moved = _moved(old, new)
    if not moved:
        return old
    changes: dict[Path, Any] = {
        path: moved[of, id_] for path, id_ in ids(old) if (of := list_of(path), id_) in moved
    }
    by_kind = {(_LISTS[of], id_): now for (of, id_), now in moved.items()}
    for each in named(old):
        renamed = {id_: by_kind.get((each.kind, id_), id_) for id_ in each.ids}
        if all(id_ == now for id_, now in renamed.items()):
            continue
        match each.form:
            case "one":
                changes[each.path] = renamed[each.ids[0]]
            case "list":
                changes[each.path] = tuple(renamed[id_] for id_ in each.ids)
            case "keys":
                changes[each.path] = {renamed[id_]: told for id_, told in at(old, each.path).items()}
    made: Catalogue = changed(old, changes)
    return made


def _moved(old: Catalogue, new: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the ids that lead to an entry with another id now, each behind its list."""
    had = {(list_of(path), id_) for path, id_ in ids(old)}
    has = {(list_of(path), id_) for path, id_ in ids(new)}
    return {
        (of, earlier): id_
        for of, id_, earlier in _earlier(new)
        if (of, earlier) in had - has and (of, id_) not in had
    }


def _earlier(new: Catalogue) -> Iterator[tuple[str, str, str]]:
    for path, id_ in ids(new):
        if (of := list_of(path)) in _LISTS:
            for earlier in getattr(at(new, path[:-1]), "earlier_ids", ()):
                yield of, id_, earlier
