"""Tree to catalogue: the only module that validates, entry by entry, so that one bad entry hides no other."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import partial
from typing import Any, NamedTuple, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.catalogue.recovery import Recovery, details_of, near
from generator.catalogue.root import Catalogue
from generator.diagnostics import MOST, Diagnostic, Finding, Path, Span
from generator.source.locations import node_of
from generator.source.nodes import Mapping, Node, Sequence, Value
from generator.source.parser import Tree


class Loaded(NamedTuple):
    """What came of a tree: the catalogue if all of it is well formed, and what was wrong with it."""

    catalogue: Catalogue | None
    diagnostics: tuple[Diagnostic, ...]
    mended: Catalogue | None = None
    """Where something was wrong: the catalogue with stand-ins for it; None where the text is too broken for one."""
    tainted: frozenset[Path] = frozenset()
    """The paths at which ``mended`` is not what was written."""


def load(tree: Tree) -> Loaded:
    """Validate a tree. The diagnostics hold those of the tree too, in the order in which they were found."""
    found = list(tree.diagnostics)
    if not isinstance(tree.values, dict):
        if not found:
            code = "empty-file" if tree.values is None else "not-a-catalogue"
            found.append(Diagnostic(code, Finding(())))
        return Loaded(None, tuple(found))
    values: dict[str, Any] = {}
    broken: list[Path] = []
    for key, written in _complete(tree).items():
        field = Catalogue.model_fields.get(key)
        if field is None:
            found.append(_unknown_key((key,), tuple(Catalogue.model_fields)))
        elif len(found) > MOST:
            break
        elif (item := _item_type(field.annotation)) and isinstance(written, list):
            values[key] = entries = [
                _validate(item, entry, (key, index), tree, found) for index, entry in enumerate(written)
            ]
            broken += [(key, index) for index, entry in enumerate(entries) if entry is None]
            if len(written) < (least := _least(field)):
                found.append(Diagnostic("empty-list", Finding((key,), {"least": str(least)})))
                broken.append((key,))
        elif (value := _validate(field.annotation, written, (key,), tree, found)) is not None:
            values[key] = value
        else:
            broken.append((key,))
    for key, field in Catalogue.model_fields.items():
        if field.is_required() and key not in tree.values:
            broken.append((key,))
            if tree.whole:
                found.append(Diagnostic("missing-key", Finding((key,), {"key": key})))
    if len(found) > MOST:
        return Loaded(None, tuple(found))
    if not tree.whole:
        # Nobody can tell what is missing before the rest can be read.
        found = [each for each in found if each.code != "missing-key"]
    swallowed = dict(_swallowed(tree))
    found = [each for each in found if each.code != "missing-key" or each.path not in swallowed]
    texts = dict(reversed(swallowed.values()))  # one report for each text, whatever it took
    found = [*_named(_each_slip_once(_misplaced(found, tree)), tree), *texts.values()]
    empty = _empty(tree, {each.path for each in found}) if tree.has_empty else []
    found += [Diagnostic("empty-value", Finding(path, {"key": str(path[-1])})) for path in empty]
    if len(found) > len(tree.diagnostics) or tree.faults:
        taken = [*empty, *swallowed, *texts]
        return Loaded(None, tuple(found), *(_mended(tree, values, broken, taken) if tree.whole else ()))
    # Each entry was validated on its own: to validate the whole again would build a second validator for all of them,
    # and take a tenth of the time of a check.
    whole: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }
    return Loaded(Catalogue.model_construct(**whole), tuple(found))


def _each_slip_once(found: list[Diagnostic]) -> list[Diagnostic]:
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


def _named(found: list[Diagnostic], tree: Tree) -> list[Diagnostic]:
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

    def look(value: Value) -> None:
        if isinstance(value, dict):
            name, id_ = value.get("name"), value.get("id")
            if isinstance(name, str) and isinstance(id_, str):
                folded = name.strip().casefold()
                found[folded] = id_ if found.get(folded, id_) == id_ else ""
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    look(tree.values)
    return found


def _misplaced(found: list[Diagnostic], tree: Tree) -> list[Diagnostic]:
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


def _homes_of(keys: frozenset[str]) -> tuple[str, ...]:
    """The keys of lists whose entries have all of these keys, and need no others."""
    found: dict[str, None] = {}

    def look(kind: type[BaseModel]) -> None:
        for name, field in kind.model_fields.items():
            item = _item_type(field.annotation) or next(map(_item_type, get_args(field.annotation)), None)
            model = _model_in(item) if item else None
            if model is not None and name not in found:
                fields = model.model_fields
                needed = {key for key, each in fields.items() if each.is_required()}
                if needed <= keys <= fields.keys() and len(needed) > 1:
                    found[name] = None
            if below := _model_in(field.annotation):
                look(below)

    look(Catalogue)
    return tuple(found)


def _swallowed(tree: Tree) -> Iterator[tuple[Path, tuple[Path, Diagnostic]]]:
    """Give the path at which each key should stand that a text took for its own, and the path of that text."""
    for key, place in tree.like_keys:
        way = _way_to(tree, place)
        field = Catalogue.model_fields.get(str(way[0])) if way else None
        if field and key in _known_keys(field.annotation, way[1:-1]):
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


def _mended(
    tree: Tree, values: dict[str, Any], broken: list[Path], empty: list[Path]
) -> tuple[Catalogue | None, frozenset[Path]]:
    """Make the catalogue whole with stand-ins; gives also the paths at which it is not what was written."""
    assert isinstance(tree.values, dict)
    fields, keys = Catalogue.model_fields, tree.values
    tainted = {_entry_at(tree, each.place) for each in tree.faults if each.place} | {*empty}
    for key in keys.keys() - fields.keys():
        tainted |= {(name,) for name in near(key, fields) or fields.keys() - keys.keys()}
    mender = Recovery()
    for path in broken:
        key = str(path[0])
        kind = fields[key].annotation
        item = _item_type(kind)
        if len(path) > 1:
            kind, value = item, keys[key][int(path[1])]
        else:
            value = [{}] if item else keys.get(key, {})
        # What was written stays as it is: on a copy, stand-ins take the place of what is broken.
        value = deepcopy(value)
        made = mender.mend(_adapter(kind), value, partial(_known_keys, kind))
        if made is None:
            return None, frozenset()
        if len(path) > 1:
            values[key][path[1]] = made.value
        else:
            values[key] = made.value
        whole = len(path) == 1 and (item is not None or key not in keys)
        tainted |= {path} if whole else {(*path, *way) for way in made.tainted}
    return Catalogue(**values), frozenset(tainted)


def _empty(tree: Tree, told: set[Path]) -> list[Path]:
    """The paths at which a key stands without a value, and nothing is told of it yet: left out, or forgotten?"""
    found: list[Path] = []

    def look(value: Value, path: Path) -> None:
        if path in told:
            return
        match value:
            case None:
                found.append(path)
            case list():
                for index, item in enumerate(value):
                    look(item, (*path, index))
            case dict():
                for key, item in value.items():
                    look(item, (*path, key))

    look(tree.values, ())
    return found


def _entry_at(tree: Tree, place: Span) -> Path:
    """The path of the top-level entry that a place in the text lies in."""
    found: Path = ()
    for key, (scalar, node) in tree.root.items.items() if isinstance(tree.root, Mapping) else ():
        if scalar.place <= place:
            found = (key,)
            for index, item in enumerate(node.items if isinstance(node, Sequence) else ()):
                if item.place <= place:
                    found = (key, index)
    return found


def _least(field: FieldInfo) -> int:
    """The number of entries that a list must have."""
    return next((each.min_length for each in field.metadata if isinstance(each, MinLen)), 0)


def _complete(tree: Tree) -> dict[str, Any]:
    """The top-level keys; where the parser had to stop, without what it was in the middle of."""
    assert isinstance(tree.values, dict)
    entries = dict(tree.values)
    if not tree.whole and entries:
        key, value = entries.popitem()
        if isinstance(value, list) and len(value) > 1:
            entries[key] = value[:-1]
    return entries


def _item_type(annotation: Any) -> Any:
    """The entry's type of a field that holds a list of entries."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _validate(kind: Any, value: Value, path: Path, tree: Tree, found: list[Diagnostic]) -> Any:
    if len(found) > MOST:
        return None
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError as error:
        found.extend(_diagnostic(detail, path, kind, tree) for detail in details_of(error)[: MOST + 1])
        return None


_CHOICES = ("enum", "literal_error")
_TOO_LONG = ("string_too_long", "too_long")
_WANTED = {
    "tuple_type": "list",
    "model_type": "map",
    "model_attributes_type": "map",
    "dict_type": "map",
    "mapping_type": "map",
    "string_type": "text",
}


def _diagnostic(detail: ErrorDetails, prefix: Path, kind: Any, tree: Tree) -> Diagnostic:
    """Turn one error of pydantic into ours; its ``loc`` also names union tags and types, which are no steps."""
    path = _true_path(tree.values, (*prefix, *detail["loc"]), missing=detail["type"] == "missing")
    context = {key: str(value) for key, value in detail.get("ctx", {}).items()}
    if listed := _list_of_ids(detail, tree):
        return Diagnostic("several-ids", Finding(path, listed))
    wrong: str = detail["type"]
    if wrong in _CHOICES and not isinstance(detail["input"], str):
        wrong = "string_type"  # nothing, or a list, is no choice at all
    if detail["loc"][-1:] == ("[key]",):
        code, values = (
            ("too-long", {"limit": context["max_length"]})
            if wrong in _TOO_LONG
            else (wrong, {"key": str(path[-1]), **context})
        )
        return Diagnostic(code, Finding(path, values, target="key"))
    return _of_value(wrong, detail, path, context, lambda: _known_keys(kind, path[len(prefix) : -1]))


def _of_value(
    wrong: str,
    detail: ErrorDetails,
    path: Path,
    context: dict[str, str],
    known_keys: Callable[[], Iterable[str]],
) -> Diagnostic:
    match wrong:
        case "missing":
            return Diagnostic("missing-key", Finding(path, {"key": str(detail["loc"][-1])}))
        case "extra_forbidden":
            return _unknown_key(path, tuple(known_keys()))
        case choice if choice in _CHOICES:
            expected = context["expected"].replace("'", "").replace(" or ", ", ")
            return Diagnostic(
                "bad-choice", Finding(path, {"seen": str(detail["input"]), "choices": expected})
            )
        case "too_short":
            return Diagnostic("empty-list", Finding(path, {"least": context["min_length"]}))
        case long if long in _TOO_LONG:
            return Diagnostic("too-long", Finding(path, {"limit": context["max_length"]}))
        case _ if detail["input"] is None:
            return Diagnostic("empty-value", Finding(path, {"key": str(path[-1])}))
        case known if known in _WANTED:
            return Diagnostic("wrong-type", Finding(path, {"wanted": _WANTED[known]}))
        case code:
            return Diagnostic(code, Finding(path, {"key": str(path[-1]), **context}))


def _list_of_ids(detail: ErrorDetails, tree: Tree) -> dict[str, str]:
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
    if len(pieces) < 2 or not all(map(_AN_ID.fullmatch, pieces)):
        return ""
    if re.search(r"[,;/&+|]", bare) or _all_known(pieces, tree):
        return f"[{', '.join(pieces)}]"
    return ""


def _ids_of_braces(value: Any) -> str:
    """Write as a list what stands between braces without any value."""
    if isinstance(value, dict) and value and not any(value.values()) and all(map(_AN_ID.fullmatch, value)):
        return f"[{', '.join(value)}]"
    return ""


def _all_known(ids: list[str], tree: Tree) -> bool:
    """Tell whether all of these are ids of entries, wherever they stand."""
    known: set[str] = set()

    def look(value: Value) -> None:
        if isinstance(value, dict):
            if isinstance(id_ := value.get("id"), str):
                known.add(id_)
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    look(tree.values)
    return known.issuperset(ids)


_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _unknown_key(path: Path, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        "unknown-key", Finding(path, {"key": str(path[-1]), "known": ", ".join(known)}, target="key")
    )


def _true_path(value: Value, loc: tuple[int | str, ...], *, missing: bool) -> Path:
    path: list[str | int] = []
    for index, step in enumerate(loc):
        match value:
            case dict() if isinstance(step, str) and step in value:
                value = value[step]
            case list() if isinstance(step, int) and step < len(value):
                value = value[step]
            case _ if missing and index == len(loc) - 1:
                pass
            case _:
                continue
        path.append(step)
    return tuple(path)


def _known_keys(kind: Any, way: Path) -> list[str]:
    """The keys that the entry at the end of a way may have, found by walking the annotations."""
    for step in way:
        kind = _model_in(kind)
        if isinstance(step, str) and kind is not None and step in kind.model_fields:
            kind = kind.model_fields[step].annotation
    model = _model_in(kind)
    return list(model.model_fields) if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The entry type that an annotation is, or holds: ``tuple[Step, ...]`` and ``Mapping[Id, Step]`` hold Step."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    for argument in reversed(get_args(annotation)):
        if argument is not Ellipsis and (model := _model_in(argument)):
            return model
    return None
