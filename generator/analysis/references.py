"""The graph of a catalogue: every id that means another entry, derived from what its field says that it means."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from generator.analysis.traversal import by_kind, once
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.references import HOMES, PARTS, REQUESTER, Cases, RefersTo, marks
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path


class Reference(NamedTuple):
    """An id that means another entry: where it stands, what it means, and what it may be."""

    path: Path
    kind: str
    id: str
    known: Collection[str]
    target: Literal["key", "value"] = "value"


class ReferenceList(NamedTuple):
    """Ids of one kind that stand together: the only one at a path, a list there, or the keys of a map."""

    path: Path
    kind: str
    ids: tuple[str, ...]
    known: Collection[str]
    form: Literal["one", "list", "keys"] = "list"

    def each(self) -> Iterator[Reference]:
        """Give them one by one."""
        for index, name in enumerate(self.ids):
            if self.form == "keys":
                yield Reference((*self.path, name), self.kind, name, self.known, "key")
            else:
                path = self.path if self.form == "one" else (*self.path, index)
                yield Reference(path, self.kind, name, self.known)


def of_group(catalogue: Catalogue, kind: str, id_: str) -> tuple[str, ...]:
    """Return what is meant by one of what holds several: members of a group, scopes of a part, facts of a source."""
    if kind == REQUESTER and id_ in catalogue.requester_group:
        return catalogue.requester_group[id_].members
    if kind == "fact":
        return tuple(fact.id for source in catalogue.sources if source.id == id_ for fact in source.facts)
    if kind == "scope":
        return tuple(item.id for group in catalogue.scopes if group.id == id_ for item in group.items)
    return ()


def references(catalogue: Catalogue) -> Iterator[Reference]:
    """Give every reference of the catalogue, to facts and to all other entries."""
    for found in named(catalogue):
        yield from found.each()


@once
def named(catalogue: Catalogue) -> Sequence[ReferenceList]:
    """Give every reference, list by list: there are a quarter of a million in a catalogue of 3,000 modalities."""
    return tuple(_named(catalogue))


def _named(catalogue: Catalogue) -> Iterator[ReferenceList]:
    for kind, found in by_kind(catalogue).items():
        for key, mark in marks(kind).items():
            if isinstance(mark, Cases):
                parts = parts_of(catalogue, mark)
                for path, entry in found:
                    if value := getattr(entry, key):
                        yield from _cases(catalogue, mark, parts, (*path, key), value)
                continue
            known, meant = known_ids(catalogue, mark), mark.kind
            for path, entry in found:  # in one piece: a call for each would take as long again
                if value := getattr(entry, key):
                    if isinstance(value, str):
                        yield ReferenceList((*path, key), meant, (value,), known, "one")
                    elif type(value) is tuple:
                        yield ReferenceList((*path, key), meant, value, known)
                    else:
                        yield ReferenceList((*path, key), meant, tuple(value), known, "keys")


def _cases(
    catalogue: Catalogue,
    mark: Cases,
    parts: Mapping[str, Collection[str] | None],
    path: Path,
    value: Mapping[str, Any],
) -> Iterator[ReferenceList]:
    yield ReferenceList(path, mark.of, tuple(value), parts, "keys")
    for key, values in value.items():
        if key in parts:
            part, ids = mark.part(key), parts[key]
            known = known_ids(catalogue, part) if ids is None else ids
            one = isinstance(values, str)
            yield ReferenceList(
                (*path, key), part.kind, (values,) if one else values, known, "one" if one else "list"
            )


def parts_of(catalogue: Catalogue, mark: Cases) -> Mapping[str, Collection[str] | None]:
    """Give what can be named in a map of cases, each with what can be named of it; None: all entries of its kind."""
    list_of_parts = PARTS[mark.of][1]
    own = {
        each.id: tuple(part.id for part in getattr(each, list_of_parts))
        for each in _at_home(catalogue, mark.of)
    }
    return dict.fromkeys(mark.built_in) | own


def known_ids(catalogue: Catalogue, mark: RefersTo) -> Collection[str]:
    """Give the ids that a reference may be."""
    return _known(catalogue)[mark]


@once
def _known(catalogue: Catalogue) -> Mapping[RefersTo, Collection[str]]:
    return _Known(catalogue)


class _Known(dict[RefersTo, Collection[str]]):
    """What each kind of reference may be, found when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue

    def __missing__(self, mark: RefersTo) -> Collection[str]:
        ids = dict.fromkeys(each.id for kind in mark.kinds for each in _at_home(self._catalogue, kind))
        self[mark] = ids | ({UNKNOWN.value: None} if mark.or_unknown else {})
        return self[mark]


def _at_home(catalogue: Catalogue, kind: str) -> Iterator[Any]:
    """Give the entries of a kind, from where they stand."""
    found: list[Any] = [catalogue]
    for key in HOMES[kind]:
        below = (getattr(each, key) for each in found)
        found = [item for each in below for item in (each if isinstance(each, tuple) else (each,))]
    yield from found
