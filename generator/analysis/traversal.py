"""Ways through a catalogue that many take: every entry, text and id, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, wraps
from typing import Any, TypeVar, get_args

from generator.catalogue.entry import Model
from generator.catalogue.fields import Id
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path

T = TypeVar("T")


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


def entries(catalogue: Catalogue) -> Sequence[tuple[Path, Model]]:
    """Give every entry of the catalogue, itself included, each before those within it."""
    return _walked(catalogue)[0]


def by_kind(catalogue: Catalogue) -> Mapping[type[Model], Sequence[tuple[Path, Model]]]:
    """Give entries by what they are: most kinds have no such key, and need not be asked one by one."""
    return _walked(catalogue)[1]


@once
def _walked(
    catalogue: Catalogue,
) -> tuple[list[tuple[Path, Model]], dict[type[Model], list[tuple[Path, Model]]]]:
    found: list[tuple[Path, Model]] = []
    kinds: dict[type[Model], list[tuple[Path, Model]]] = {}

    def collect(value: Any, path: Path) -> None:
        if isinstance(value, Model):
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
        for key in keys_of_texts(type(entry)):
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


def texts_once(catalogue: Catalogue) -> Sequence[tuple[str, Sequence[Path]]]:
    """Give each text once, with the paths at which it stands: of names and facts, many stand in several places."""
    return pieces_of(catalogue)[0]


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
def _keys_of_entries(kind: type[Model]) -> tuple[str, ...]:
    """The keys of a kind of entry that may hold entries: most hold none, and need no look."""
    return tuple(key for key, field in kind.model_fields.items() if _holds(field.annotation, Model))


@cache
def keys_of_texts(kind: type[Model]) -> tuple[str, ...]:
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
