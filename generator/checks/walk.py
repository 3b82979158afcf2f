"""Ways through a catalogue that many checks take: every entry, text and reference, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, wraps
from heapq import nsmallest
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from generator.catalogue.fields import UNKNOWN, Id, Part
from generator.catalogue.references import HOMES, PARTS, Cases, RefersTo, marks
from generator.catalogue.whole import Catalogue
from generator.diagnostics import Path

T = TypeVar("T")


class Reference(NamedTuple):
    """An id that means another entry: where it stands, what it means, and what it may be."""

    path: Path
    kind: str
    id: str
    known: Collection[str]
    on: Literal["key", "value"] = "value"


class Named(NamedTuple):
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


LONGEST = 100
"""Letters of a word that may be a slip in another."""

MANY = 400
"""Words that a slip is compared with at most."""


def suggestion(seen: str, known: Collection[str]) -> str:
    """Return the known word that a writer most likely meant; empty where none is near."""
    if len(seen) > LONGEST:
        return ""
    if len(known) > MANY:
        # Comparing with each would take a second for every slip in a catalogue of thousands.
        ends = seen[:2], seen[-2:]
        known = [each for each in known if each.startswith(ends[0]) or each.endswith(ends[1])]
        known = nsmallest(MANY, known, key=lambda each: abs(len(each) - len(seen)))
    from difflib import get_close_matches  # noqa: PLC0415 - a catalogue without faults does not pay for it

    near = get_close_matches(seen, known, n=1, cutoff=0.6)
    return near[0] if near else ""


def once(find: Callable[[Catalogue], T]) -> Callable[[Catalogue], T]:
    """Remember what was found in the last catalogue: many checks look for the same."""
    last: list[tuple[Catalogue, T]] = []

    @wraps(find)
    def found(catalogue: Catalogue) -> T:
        # The catalogue itself is kept, so that no other can come to stand at its place in memory.
        if not last or last[0][0] is not catalogue:
            last[:] = [(catalogue, find(catalogue))]
        return last[0][1]

    return found


def entries(catalogue: Catalogue) -> Sequence[tuple[Path, Part]]:
    """Give every entry of the catalogue, itself included, each before those within it."""
    return _walked(catalogue)[0]


def by_kind(catalogue: Catalogue) -> Mapping[type[Part], Sequence[tuple[Path, Part]]]:
    """Give entries by what they are: most kinds have no such key, and need not be asked one by one."""
    return _walked(catalogue)[1]


@once
def _walked(
    catalogue: Catalogue,
) -> tuple[list[tuple[Path, Part]], dict[type[Part], list[tuple[Path, Part]]]]:
    found: list[tuple[Path, Part]] = []
    kinds: dict[type[Part], list[tuple[Path, Part]]] = {}

    def collect(value: Any, path: Path) -> None:
        if isinstance(value, Part):
            kind = type(value)
            each = path, value
            found.append(each)
            if kind not in kinds:
                kinds[kind] = []
            kinds[kind].append(each)
            for key in _keys_of_entries(kind):
                collect(getattr(value, key), (*path, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                collect(item, (*path, index))
        elif isinstance(value, dict):  # asking for any Mapping takes ten times as long
            for key, item in value.items():
                collect(item, (*path, key))

    collect(catalogue, ())
    return found, kinds


@once
def texts(catalogue: Catalogue) -> Sequence[tuple[Path, str]]:
    """Give every text of the catalogue; no ids, which no check of texts can mind."""
    return tuple(_texts(catalogue))


def _texts(catalogue: Catalogue) -> Iterator[tuple[Path, str]]:
    for path, entry in entries(catalogue):
        for key in _keys_of_texts(type(entry)):
            value = getattr(entry, key)
            if type(value) is str:
                yield (*path, key), value
            elif type(value) is tuple:
                yield from (
                    ((*path, key, index), item) for index, item in enumerate(value) if type(item) is str
                )


@once
def pieces_of(catalogue: Catalogue) -> tuple[list[tuple[str, list[Path]]], dict[str, list[int]]]:
    """Give each text once, with its paths; and whatever stands between spaces in them, with the texts that have it.

    In a catalogue of a million words, a few thousand of these pieces are not alike.
    """
    standing: dict[str, list[Path]] = {}
    for path, text in texts(catalogue):
        standing.setdefault(text, []).append(path)
    having: dict[str, list[int]] = {}
    for number, text in enumerate(standing):
        for piece in text.split():
            if piece in having:
                having[piece].append(number)
            else:
                having[piece] = [number]
    return list(standing.items()), having


def texts_with(catalogue: Catalogue, wanted: Callable[[str], object]) -> Iterator[tuple[str, Sequence[Path]]]:
    """Give the texts in which some piece between spaces is ``wanted``, each once, with the paths at which it stands.

    What is wanted is asked of each piece, not of each text.
    """
    standing, having = pieces_of(catalogue)
    found = {number for piece, numbers in having.items() if wanted(piece) for number in numbers}
    return (standing[number] for number in sorted(found))


def held(catalogue: Catalogue, key: str) -> Iterator[tuple[Path, Any]]:
    """Give what stands at a key in every entry that has one, with its path: one kind of entry after the other."""
    for kind, found in by_kind(catalogue).items():
        if key in kind.model_fields:
            for path, entry in found:
                value = getattr(entry, key)
                if value is not None:
                    yield (*path, key), value


def ids(catalogue: Catalogue) -> Iterator[tuple[Path, str]]:
    """Give the id of every entry that has one, with its path."""
    return held(catalogue, "id")


@cache
def _keys_of_entries(kind: type[Part]) -> tuple[str, ...]:
    """The keys of a kind of entry that may hold entries: most hold none, and need no look."""
    return tuple(key for key, field in kind.model_fields.items() if _holds(field.annotation, Part))


@cache
def _keys_of_texts(kind: type[Part]) -> tuple[str, ...]:
    """The keys of a kind of entry that may hold texts. Half of all are ids: each check would look at them in vain."""
    return tuple(
        key
        for key, field in kind.model_fields.items()
        if _ID_MARK not in field.metadata and _holds(field.annotation, str)
    )


_ID_MARK = get_args(Id)[1]
"""By its validator an id is known: of a field, pydantic keeps it apart from the annotation."""


def _holds(annotation: Any, wanted: type) -> bool:
    """Tell whether an annotation is of a type, or speaks of one somewhere within; of ids as texts never."""
    if annotation == Id or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return False
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, wanted)
    return any(_holds(each, wanted) for each in get_args(annotation))


def list_of(path: Path) -> str:
    """Return the name of the list in which the id at a path must be the only one.

    Facts and scopes are told apart over the whole catalogue, not only within their source or group.
    """
    if path[0] in ("sources", "scopes") and len(path) > 3:
        return f"{path[0]}.{path[2]}"
    return ".".join(str(step) for step in path[:-2])


def references(catalogue: Catalogue) -> Iterator[Reference]:
    """Give every reference of the catalogue, to facts and to all other entries."""
    for found in named(catalogue):
        yield from found.each()


@once
def named(catalogue: Catalogue) -> Sequence[Named]:
    """Give every reference, list by list: there are a quarter of a million in a catalogue of 3,000 modalities."""
    return tuple(_named(catalogue))


def _named(catalogue: Catalogue) -> Iterator[Named]:
    for kind, found in by_kind(catalogue).items():
        for key, mark in marks(kind).items():
            for path, entry in found:
                if value := getattr(entry, key):
                    if isinstance(mark, Cases):
                        yield from _cases(catalogue, mark, (*path, key), value)
                    else:
                        yield _meant(catalogue, mark, (*path, key), value)


def _meant(catalogue: Catalogue, mark: RefersTo, path: Path, value: Any) -> Named:
    known = known_ids(catalogue, mark)
    if isinstance(value, str):
        return Named(path, mark.kind, (value,), known, "one")
    return Named(path, mark.kind, tuple(value), known, "list" if type(value) is tuple else "keys")


def _cases(catalogue: Catalogue, mark: Cases, path: Path, value: Mapping[str, Any]) -> Iterator[Named]:
    parts = parts_of(catalogue, mark)
    yield Named(path, mark.of, tuple(value), parts, "keys")
    for key, values in value.items():
        if key in parts:
            part, ids = mark.part(key), parts[key]
            known = known_ids(catalogue, part) if ids is None else ids
            one = isinstance(values, str)
            yield Named(
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
