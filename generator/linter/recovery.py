"""What is left of a catalogue that has faults, made whole enough to be checked, and which findings in it are true.

A reference that leads nowhere is led somewhere, an id that means two things gets another; what was touched is
remembered, and a finding that rests on anything touched is not told. So one bad entry hides no other, and none is
blamed for the fault of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.analysis.references import references
from generator.catalogue.references import OUTCOME, REQUESTER, keys_of
from generator.catalogue.root import Catalogue
from generator.diagnostics import Diagnostic, Finding, Path
from generator.language.suggestion import suggestion
from generator.source import nodes
from generator.source.locations import node_of
from generator.source.nodes import Node
from generator.source.parser import Tree


class Astray(NamedTuple):
    """An id that leads nowhere: of what kind it is, and what stands at its path: itself, or what a key holds."""

    kind: str
    id: str
    value: Any


class Repaired(NamedTuple):
    """A catalogue in which every reference leads somewhere, and the paths at which it is not what was written."""

    catalogue: Catalogue
    tainted: frozenset[Path]
    written: Mapping[Path, Astray]
    """What stood where a reference led nowhere."""


def repaired(catalogue: Catalogue, faults: Iterable[Diagnostic] = ()) -> Repaired | None:
    """Give each ambiguous id another, and lead each reference that leads nowhere to some entry of its kind.

    None where there is no entry of that kind at all.
    """
    changes: dict[Path, Any] = {}
    for number, each in enumerate(faults):
        if each.path[-1:] == ("id",):
            changes[each.path] = f"stand-in-id-{number}"
        elif each.finding.target == "key":
            changes[each.path] = GONE
    catalogue = changed(catalogue, changes)
    astray: dict[Path, Any] = {}
    written: dict[Path, Astray] = {}
    for reference in references(catalogue):
        if reference.id not in reference.known:
            if reference.target == "key":
                astray[reference.path] = GONE
                written[reference.path] = Astray(reference.kind, reference.id, at(catalogue, reference.path))
            elif not reference.known:
                return None
            else:
                astray.setdefault(reference.path, next(iter(reference.known)))
                written[reference.path] = Astray(reference.kind, reference.id, reference.id)
    astray |= dict.fromkeys(_undeclared(catalogue), GONE)
    return Repaired(changed(catalogue, astray), frozenset((*changes, *astray)), written)


def _undeclared(catalogue: Catalogue) -> Iterator[Path]:
    """Give the keys of rows and examples that name a dimension of which their rule says nothing.

    Nobody can be told so where the rule's own word on it was lost, but no table could be made of them.
    """
    for index, rule in enumerate(catalogue.pricing_rules):
        declared = (REQUESTER, OUTCOME, *rule.depends_on)
        for number, row in enumerate(rule.rows):
            way: Path = ("pricing_rules", index, "rows", number, "when")
            yield from ((*way, name) for name in row.when if name not in declared)
        for number, example in enumerate(rule.examples):
            way = ("pricing_rules", index, "examples", number, "given")
            yield from ((*way, name) for name in example.given if name not in declared)


class _Gone:
    """What is left out of a map or an entry."""


GONE = _Gone()


def changed(value: Any, changes: Mapping[Path, Any]) -> Any:
    """Return a value with other values at some paths below it; no position in a list changes."""
    if () in changes:
        return changes[()]
    below: dict[str | int, dict[Path, Any]] = {}
    for path, new in changes.items():
        below.setdefault(path[0], {})[path[1:]] = new
    if not below:
        return value
    if isinstance(value, tuple):
        return tuple(changed(item, below.get(index, {})) for index, item in enumerate(value))
    if isinstance(value, Mapping):
        items = {key: changed(item, below.get(key, {})) for key, item in value.items()}
        items |= {key: new[()] for key, new in below.items() if key not in value and () in new}
        return {key: item for key, item in items.items() if item is not GONE}
    fields = {key: changed(getattr(value, key), below.get(key, {})) for key in type(value).model_fields}
    return type(value).model_construct(**{key: new for key, new in fields.items() if new is not GONE})


def at(value: Any, path: Path) -> Any:
    """Return what stands at a path."""
    for step in path:
        value = getattr(value, str(step)) if isinstance(value, BaseModel) else value[step]
    return value


def is_written(path: Path, tainted: Iterable[Path]) -> bool:
    """Tell whether a finding speaks of what a writer wrote, and not of what was put in the place of it."""
    return not any(path[: len(each)] == each for each in tainted)


def without_stand_ins(finding: Finding) -> Finding:
    """Return a finding that quotes no stand-in: true of an entry whose name was lost, it names what nobody wrote."""
    values = {name: STAND_IN.sub("…", value) for name, value in finding.values.items()}
    return finding._replace(values=values)


STAND_IN = re.compile(r"\bstand-in-(?:id-)?\d+\b")


def names_made_up_id(finding: Finding) -> bool:
    """Tell whether a finding asks for the id that was given to the second of two entries: mending those is enough."""
    return any("stand-in-id-" in value for value in finding.values.values())


def is_declared(tree: Tree, tainted: Iterable[Path], kind: str, id_: str) -> bool:
    """Tell whether an id that leads nowhere is most likely that of an entry that stands in the text, but broken."""
    for path in tainted:
        if path and path[0] in keys_of(kind):
            node = node_of(tree, path)
            if len(path) == 1 or (path[-1] == "id" and not isinstance(node, nodes.Scalar)):
                return True  # it may have been any of those that are missing
            if any(raw == id_ or suggestion(id_, (raw.lower(),)) for raw in _ids(node, path[-1] == "id")):
                return True
        elif len(path) == 2 and id_ in _ids(node_of(tree, path), False):
            return True  # it stands in another list, by mistake
    return False


def _ids(node: Node | None, is_id: bool) -> Iterator[str]:
    match node:
        case nodes.Scalar(text=text) if is_id:
            yield text
        case nodes.Sequence(items=items):
            for item in items:
                yield from _ids(item, isinstance(item, nodes.Scalar))
        case nodes.Mapping(items=pairs):
            for key, (_, value) in pairs.items():
                yield from _ids(value, key == "id")
