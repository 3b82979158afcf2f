"""What was meant where ids are wanted: names, slips, and several ids in one text or between braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import ErrorDetails

from generator.catalogue.named import Nameable, named_at
from generator.catalogue.references import HOMES
from generator.catalogue.scalars import ID, id_in
from generator.diagnostics import Diagnostic, Path
from generator.language.suggestion import suggestion
from generator.source.nodes import Value
from generator.source.parser import Tree

MOST_PLACES = 4
"""Places with the same wrong id of which the report at the first tells."""


def as_meant(found: list[Diagnostic], tree: Tree) -> list[Diagnostic]:
    """Tell of a wrong id which one was meant, of those of one list as one slip, and of the same one once.

    Where an entry is defined, the id made of what was written is good; where one is named, only one that there is.
    """
    if not any(each.code == "bad-id" for each in found):
        return found
    made: list[Diagnostic] = []
    lists: dict[Path, int] = {}
    slips: dict[tuple[str, str], int] = {}
    for each in found:
        place = named_at(each.path, key=each.finding.target == "key") if each.code == "bad-id" else None
        if place is None:
            made.append(each)
            continue
        seen = each.finding.values["seen"]
        slip = (place.of, seen)
        if (number := slips.get(slip)) is not None:
            made[number] = _also_at(made[number], each.path)
            continue
        values = {key: value for key, value in each.finding.values.items() if key != "suggestion"}
        if meant := _meant(seen, place, tree):
            values["suggestion"] = meant
        in_list = isinstance(each.path[-1], int)
        if in_list and (number := lists.get(each.path[:-1])) is not None:
            slips[slip] = number
            made[number] = _joined(made[number], values)
            continue
        slips[slip] = len(made)
        if in_list:
            lists[each.path[:-1]] = len(made)
        made.append(each._replace(finding=each.finding._replace(values=values)))
    return made


def _also_at(first: Diagnostic, path: Path) -> Diagnostic:
    related = first.finding.related
    if len(related) < MOST_PLACES:
        related = (*related, path)
    return first._replace(finding=first.finding._replace(related=related))


def _joined(first: Diagnostic, other: dict[str, str]) -> Diagnostic:
    """Tell what is wrong in a list with one more of its items."""
    values = {"seen": f"{first.finding.values['seen']}”, “{other['seen']}"}
    both = [each.get("suggestion", "") for each in (first.finding.values, other)]
    if all(both):
        values["suggestion"] = f"[{both[0].strip('[]')}, {both[1]}]"
    return first._replace(finding=first.finding._replace(values=values))


def _meant(seen: str, place: Nameable, tree: Tree) -> str:
    """Return the id that was most likely meant of those that there are: by its name, or by the nearest id."""
    entries = list(_entries(tree.values, place))
    ids = [id_ for id_, _ in entries] + list(place.beside)
    plain = seen.strip().casefold()
    names = [(id_, entry["name"].casefold()) for id_, entry in entries if isinstance(entry.get("name"), str)]
    named = [id_ for id_, name in names if name.strip() == plain]
    if len(named) == 1:
        return named[0]
    slug = id_in(seen)
    if meant := slug if slug in ids else suggestion(slug, ids):
        return meant
    having = [id_ for id_, name in names if re.search(rf"\b{re.escape(plain)}\b", name)]
    return having[0] if len(having) == 1 else ""


def _entries(value: Value, place: Nameable) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the entries that may be named at a place, behind their ids as they are when they are mended."""
    for kind in place.kinds:
        found = _at([value], HOMES[kind])
        if place.part:
            found = _at((each for each in found if each.get("id") == place.within), (place.part,))
        for entry in found:
            if isinstance(id_ := entry.get("id"), str) and (good := id_ if ID.fullmatch(id_) else id_in(id_)):
                yield good, entry


def _at(values: Iterable[Value], keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Give the maps at the end of some keys, through the lists on the way, as far as they are written so."""
    for value in values:
        if isinstance(value, list):
            yield from _at(value, keys)
        elif isinstance(value, dict) and keys:
            yield from _at([value[keys[0]]] if keys[0] in value else [], keys[1:])
        elif isinstance(value, dict):
            yield value


def list_of_ids(detail: ErrorDetails, tree: Tree) -> dict[str, str]:
    """Tell what was written where a list of ids is possible, and how that list is written; empty where it is none."""
    written = detail["input"]
    if detail["type"] == "bad-id" and isinstance(detail["loc"][-1], int):
        ids = _ids_in(written, tree)
    elif detail["type"] != "tuple_type":
        ids = ""
    elif isinstance(
        written, str
    ):  # where one id alone is no list, several are only meant as one if there are such
        ids = _ids_in(written, tree) if _all_known(re.split(r"[\s,;]+", written.strip()), tree) else ""
    else:
        ids = _ids_of_braces(written)
    if not ids:
        return {}
    seen = written if isinstance(written, str) else f"{{{', '.join(written)}}}"
    return {"seen": seen, "suggestion": ids}


def _ids_in(text: str, tree: Tree) -> str:
    """Write as a list what looks like several ids in one text; empty where it may be one with blanks in it."""
    bare = text.strip(" ()[]")
    pieces = [each for each in re.split(r"\s*[,;/&+|]\s*|\.\s+|\s+(?:e|ou|and|or)\s+|\s+", bare) if each]
    if len(pieces) < 2 or not all(map(ID.fullmatch, pieces)):
        return ""
    if re.search(r"[,;/&+|]", bare) or _all_known(pieces, tree):
        return f"[{', '.join(pieces)}]"
    return ""


def _ids_of_braces(value: Any) -> str:
    """Write as a list what stands between braces without any value."""
    if isinstance(value, dict) and value and not any(value.values()) and all(map(ID.fullmatch, value)):
        return f"[{', '.join(value)}]"
    return ""


def _all_known(ids: list[str], tree: Tree) -> bool:
    """Tell whether all of these are ids of entries, wherever they stand."""
    return {id_ for id_, _ in _with_id(tree.values)}.issuperset(ids)


def _with_id(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each entry that has an id, wherever it stands, behind that id."""
    if isinstance(value, dict) and isinstance(id_ := value.get("id"), str):
        yield id_, value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _with_id(each)
