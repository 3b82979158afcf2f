"""Tree to catalogue: the only module that validates, entry by entry, so that one bad entry hides no other."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import Any, NamedTuple

from annotated_types import MinLen
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.catalogue.ids_meant import as_meant
from generator.catalogue.keys_meant import beside_cut_texts, each_slip_once, misplaced, near, swallowed
from generator.catalogue.kinds import item_type, known_keys
from generator.catalogue.recovery import Recovery
from generator.catalogue.root import Catalogue
from generator.catalogue.validation_errors import details_of, diagnostic, unknown_key
from generator.diagnostics import MOST, Diagnostic, Finding, Path, Span
from generator.source.nodes import Mapping, Sequence, Value
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
            found.append(unknown_key((key,), tuple(Catalogue.model_fields)))
        elif len(found) > MOST:
            break
        elif (item := item_type(field.annotation)) and isinstance(written, list):
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
    taken = dict(swallowed(tree))
    found = [each for each in found if each.code != "missing-key" or each.path not in taken]
    texts = dict(reversed(taken.values()))  # one report for each text, whatever it took
    found = [*as_meant(each_slip_once(misplaced(found, tree)), tree), *texts.values()]
    empty = _empty(tree, {each.path for each in found}) if tree.has_empty else []
    found += [Diagnostic("empty-value", Finding(path, {"key": str(path[-1])})) for path in empty]
    found = beside_cut_texts(found, tree)
    if len(found) > len(tree.diagnostics) or tree.faults:
        lost = [*empty, *taken, *texts]
        return Loaded(None, tuple(found), *(_mended(tree, values, broken, lost) if tree.whole else ()))
    # Each entry was validated on its own: to validate the whole again would build a second validator for all of them,
    # and take a tenth of the time of a check.
    whole: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }
    return Loaded(Catalogue.model_construct(**whole), tuple(found))


def _mended(
    tree: Tree, values: dict[str, Any], broken: list[Path], astray: list[Path]
) -> tuple[Catalogue | None, frozenset[Path]]:
    """Make the catalogue whole with stand-ins; gives also the paths at which it is not what was written."""
    assert isinstance(tree.values, dict)
    fields, keys = Catalogue.model_fields, tree.values
    tainted = {_entry_at(tree, each.place) for each in tree.faults if each.place} | {*astray}
    for key in keys.keys() - fields.keys():
        tainted |= {(name,) for name in near(key, fields) or fields.keys() - keys.keys()}
    mender = Recovery()
    for path in broken:
        key = str(path[0])
        kind = fields[key].annotation
        item = item_type(kind)
        if len(path) > 1:
            kind, value = item, keys[key][int(path[1])]
        else:
            value = [{}] if item else keys.get(key, {})
        # What was written stays as it is: on a copy, stand-ins take the place of what is broken.
        value = deepcopy(value)
        made = mender.mend(_adapter(kind), value, partial(known_keys, kind))
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
        found.extend(diagnostic(detail, path, kind, tree) for detail in details_of(error)[: MOST + 1])
        return None
