"""What was meant by keys that do not belong where they stand, or are missing: one slip is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from pydantic import BaseModel

from generator.catalogue.kinds import item_type, known_keys, model_in
from generator.catalogue.root import Catalogue
from generator.diagnostics import Diagnostic, Finding, Path, Span
from generator.source.locations import node_of
from generator.source.nodes import Mapping, Node, Sequence
from generator.source.parser import Tree


def each_slip_once(found: list[Diagnostic]) -> list[Diagnostic]:
    """Take a misspelt key and what is missing for it as one slip: the unknown key tells both.

    Each unknown key stands for one that is missing: the one that it is nearest to of all that may stand there, or the
    only one, if it is itself the only unknown key there.
    """
    missing: dict[Path, list[str]] = {}
    unknown: dict[Path, list[str]] = {}
    for each in found:
        kind = {"missing-key": missing, "unknown-key": unknown}.get(each.code)
        if kind is not None:
            kind.setdefault(each.path[:-1], []).append(str(each.path[-1]))
    meant: dict[Path, str] = {}
    for each in found:
        place, key = each.path[:-1], str(each.path[-1]) if each.path else ""
        lacking = missing.get(place, ())
        if each.code == "unknown-key" and lacking:
            likely = near(key, each.finding.values["known"].split(", "))
            if likely and likely[0] in lacking:
                meant[each.path] = likely[0]
            elif not likely and len(lacking) == len(unknown[place]) == 1:
                meant[each.path] = lacking[0]
    spared = {(*path[:-1], key) for path, key in meant.items()}
    return [
        each._replace(
            finding=each.finding._replace(values={**each.finding.values, "suggestion": meant[each.path]})
        )
        if each.path in meant and each.code == "unknown-key"
        else each
        for each in found
        if each.code != "missing-key" or each.path not in spared
    ]


def misplaced(found: list[Diagnostic], tree: Tree) -> list[Diagnostic]:
    """Take an entry that has all the keys of another kind as one slip: it stands in the wrong list."""
    amiss: dict[Path, list[str]] = {}
    for each in found:
        if each.code in ("missing-key", "unknown-key") and len(each.path) > 1 and not each.place:
            amiss.setdefault(each.path[:-1], []).append(each.code)
    homes: dict[Path, tuple[str, ...]] = {}
    for path, codes in amiss.items():
        if len(codes) < 2 or "unknown-key" not in codes or not isinstance(path[-1], int):
            continue
        node = node_of(tree, path)
        if isinstance(node, Mapping) and (names := _homes_of(frozenset(node.items))):
            homes[path] = names
    made = [
        Diagnostic("entry-misplaced", Finding(path, {"here": str(path[-2]), "homes": ", ".join(names)}))
        for path, names in homes.items()
    ]
    return [each for each in found if not any(each.path[: len(path)] == path for path in homes)] + made


def beside_cut_texts(found: list[Diagnostic], tree: Tree) -> list[Diagnostic]:
    """Leave out keys that are the rest of a text between curly quotes, which a comma has cut: that is told already."""
    lines = {each.place.line for each in found if each.code == "curly-quotes" and each.place}

    def is_rest(each: Diagnostic) -> bool:
        node = node_of(tree, each.path[:-1]) if each.code in ("unknown-key", "empty-value") else None
        return node is not None and node.place.line in lines

    return [each for each in found if not is_rest(each)] if lines else found


def _homes_of(keys: frozenset[str]) -> tuple[str, ...]:
    """The keys of lists whose entries have all of these keys, and need no others."""
    found: dict[str, None] = {}

    def look(kind: type[BaseModel]) -> None:
        for name, field in kind.model_fields.items():
            item = item_type(field.annotation) or next(map(item_type, get_args(field.annotation)), None)
            model = model_in(item) if item else None
            if model is not None and name not in found:
                fields = model.model_fields
                needed = {key for key, each in fields.items() if each.is_required()}
                if needed <= keys <= fields.keys() and len(needed) > 1:
                    found[name] = None
            if below := model_in(field.annotation):
                look(below)

    look(Catalogue)
    return tuple(found)


def swallowed(tree: Tree) -> Iterator[tuple[Path, tuple[Path, Diagnostic]]]:
    """Give the path at which each key should stand that a text took for its own, and the path of that text."""
    for key, place in tree.like_keys:
        way = _way_to(tree, place)
        field = Catalogue.model_fields.get(str(way[0])) if way else None
        if field and key in known_keys(field.annotation, way[1:-1]):
            told = Diagnostic("key-within-text", Finding((), {"key": key}), place=place)
            yield (*way[:-1], key), (way, told)


def _way_to(tree: Tree, place: Span) -> Path:
    """The path of the innermost value in which a place lies."""
    path: list[str | int] = []
    node = tree.root
    below: list[tuple[str | int, Node]]
    while True:
        match node:
            case Mapping(items=pairs):
                below = [(key, value) for key, (named, value) in pairs.items() if named.place <= place]
            case Sequence(items=items):
                below = [(index, value) for index, value in enumerate(items) if value.place <= place]
            case _:
                return tuple(path)
        if not below:
            return tuple(path)
        step, node = below[-1]
        path.append(step)


def near(key: str, known: Iterable[str]) -> list[str]:
    """Return the key that was most likely meant by one that is not known; empty where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - a catalogue without faults does not pay for it

    return get_close_matches(key[:100], list(known), n=1)
