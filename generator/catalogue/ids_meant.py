"""What was meant where ids are wanted: the names of entries, and several ids in one text or between braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import ErrorDetails

from generator.catalogue.scalars import ID
from generator.diagnostics import Diagnostic, Path
from generator.source.nodes import Value
from generator.source.parser import Tree


def names_as_ids(found: list[Diagnostic], tree: Tree) -> list[Diagnostic]:
    """Take names that stand where ids are wanted as what they are names of, and those of one list as one slip."""
    if not any(each.code == "bad-id" for each in found):
        return found
    ids = _ids_by_name(tree)
    made: list[Diagnostic] = []
    at: dict[Path, int] = {}
    for each in found:
        values = dict(each.finding.values)
        if each.code == "bad-id" and each.path[-1:] != ("id",) and each.finding.target == "value":
            meant = ids.get(values["seen"].strip().casefold())
            if meant and values.get("suggestion") not in ids.values():
                values["suggestion"] = meant
            each = each._replace(finding=each.finding._replace(values=values))  # noqa: PLW2901
            number = at.setdefault(each.path[:-1], len(made)) if isinstance(each.path[-1], int) else len(made)
            if number < len(made):
                made[number] = _joined(made[number], values)
                continue
        made.append(each)
    return made


def _joined(first: Diagnostic, other: dict[str, str]) -> Diagnostic:
    """Tell what is wrong in a list with one more of its items."""
    values = {"seen": f"{first.finding.values['seen']}”, “{other['seen']}"}
    both = [each.get("suggestion", "") for each in (first.finding.values, other)]
    if all(both):
        values["suggestion"] = f"[{both[0].strip('[]')}, {both[1]}]"
    return first._replace(finding=first.finding._replace(values=values))


def _ids_by_name(tree: Tree) -> dict[str, str]:
    """The id of each entry by its name in small letters; none of a name that several have."""
    found: dict[str, str] = {}
    for id_, entry in _with_id(tree.values):
        if isinstance(name := entry.get("name"), str):
            folded = name.strip().casefold()
            found[folded] = id_ if found.get(folded, id_) == id_ else ""
    return found


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
