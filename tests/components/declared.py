"""What each component says of itself in its `component.yaml`: its macros with what they are given, and its examples.

`macros` has each macro of the folder with its parameters: in `type` what it is given, in `default` what holds where it
is left out (without one it is needed), in `about` a sentence. `types` names the shapes of what a component is given;
`examples` and `hostile` show it, and `examples.py` tells how they are read. A type is one of the words below, the name
of a shape (of another component's as `component.shape`), or made of those: `x | y` is either, `[x]` is any number of
them, `[x, y]` are just these in order, and `{part: x}` is a thing with parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from jinja2 import nodes

from generator import rendering
from generator.i18n import words

COMPONENTS = rendering.HERE / "components"

_NEEDED = object()


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: object) -> bool:
    return isinstance(value, str)


LEAVES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "text": (_text, "what people read"),
    "html": (_text, "what people read, with its marks; in an example inline Markdown"),
    "address": (_text, "where a link leads"),
    "id": (_text, "its own on a page, or a part of such an id"),
    "code": (_text, "a word of the program, a code of a few letters, the outline of a drawing"),
    "number": (_number, "a number"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "page": (lambda value: hasattr(value, "heading"), "what writes headings and anchors"),
    "body": (callable, "what stands inside of a `call`"),
    "nothing": (lambda value: value is None, "left out, beside what else it may be"),
}
"""The words that types are made of: what is one, and what it is for."""


@dataclass(frozen=True)
class Type:
    """A type as it is written in a component's file."""

    component: str
    told: Any

    def __str__(self) -> str:
        match self.told:
            case dict():
                return f"{{{', '.join(f'{name}: {self.within(each)}' for name, each in self.told.items())}}}"
            case list():
                return f"[{', '.join(str(self.within(each)) for each in self.told)}]"
        return str(self.told)

    def within(self, told: Any) -> Type:
        return Type(self.component, told)

    def ways(self) -> tuple[Type, ...]:
        """Follow names to what they stand for: one shape, or several of which one or the other holds."""
        if not isinstance(self.told, str) or self.told in LEAVES:
            return (self,)
        if "|" in self.told:
            return tuple(way for name in self.told.split("|") for way in self.within(name.strip()).ways())
        component, _, name = self.told.rpartition(".")
        home = declared(component or self.component)
        return Type(home.name, home.types[name]).ways()


@dataclass(frozen=True)
class Parameter:
    """What a macro is given under a name."""

    name: str
    type: Type
    about: str
    default: Any = _NEEDED

    @property
    def needed(self) -> bool:
        return self.default is _NEEDED


@dataclass(frozen=True, eq=False)
class Component:
    """A component as its file tells of it."""

    name: str
    macros: Mapping[str, tuple[Parameter, ...]]
    types: Mapping[str, Any]
    examples: tuple[Mapping[str, Any], ...]
    hostile: tuple[Mapping[str, Any], ...]


def components() -> list[str]:
    """Give the names of all components."""
    return sorted(path.parent.name for path in COMPONENTS.glob("*/macro.html.jinja"))


@cache
def declared(component: str) -> Component:
    """Read what a component says of itself; raises `TypeError` where a parameter is told of in another way."""
    told = yaml.safe_load((COMPONENTS / component / "component.yaml").read_text(encoding="utf-8"))
    macros = {
        macro: tuple(
            Parameter(name, Type(component, each.pop("type")), **each) for name, each in parameters.items()
        )
        for macro, parameters in told["macros"].items()
    }
    return Component(
        component, macros, told.get("types", {}), tuple(told["examples"]), tuple(told["hostile"])
    )


def faults(wanted: Type, value: Any, place: str = "", *, closed: bool = False) -> Iterator[str]:
    """Say where a value does not fit its type; where that is ``closed``, a thing has no part that nobody asks for."""
    ways = wanted.ways()
    found = [list(_faults(way, value, place, closed=closed)) for way in ways]
    if all(found):
        yield from found[0] if len(ways) == 1 else [f"{place} is no {wanted}"]


def _faults(way: Type, value: Any, place: str, *, closed: bool) -> Iterator[str]:
    match way.told:
        case str(leaf):
            is_one, _ = LEAVES[leaf]
            if not is_one(value):
                yield f"{place} is no {leaf}"
        case dict() as parts:
            for name, part in parts.items():
                if (within := _part(value, name)) is _NEEDED:
                    yield f"{place}.{name} is missing"
                else:
                    yield from faults(way.within(part), within, f"{place}.{name}", closed=closed)
            if closed and isinstance(value, dict):
                yield from (f"{place}.{name} is unknown" for name in value.keys() - parts.keys())
        case list() as entries:
            if not isinstance(value, list | tuple) or len(value) != len(entries) > 1:
                yield f"{place} is no {way}"
                return
            each = entries if len(entries) > 1 else entries * len(value)
            for number, (part, entry) in enumerate(zip(each, value, strict=True)):
                yield from faults(way.within(part), entry, f"{place}[{number}]", closed=closed)


def _part(value: Any, name: str) -> Any:
    return value.get(name, _NEEDED) if isinstance(value, dict) else getattr(value, name, _NEEDED)


def made(
    wanted: Type,
    value: Any,
    leaf: Callable[[str, Any], Any],
    thing: Callable[[dict[str, Any]], Any] = dict,
    row: Callable[[list[Any]], Any] = list,
) -> Any:
    """Return an example's value anew: each leaf is made by its type, each thing and each row of its parts."""
    ways = wanted.ways()
    way = next((each for each in ways if not any(_faults(each, value, "", closed=False))), ways[0])
    match way.told:
        case dict() as parts if isinstance(value, dict):
            return thing(
                {
                    name: made(way.within(parts.get(name)), each, leaf, thing, row)
                    for name, each in value.items()
                }
            )
        case list() as entries if isinstance(value, list):
            each = entries if len(entries) > 1 else entries * len(value)
            return row(
                [made(way.within(part), one, leaf, thing, row) for part, one in zip(each, value, strict=True)]
            )
        case str(name):
            return leaf(name, value)
    return value


# What the templates say


@dataclass(frozen=True)
class Call:
    """A call of a component's macro in a template."""

    macro: str
    place: str
    positional: int
    named: tuple[str, ...]
    with_body: bool


@dataclass(frozen=True)
class Signature:
    """A macro as its template has it: its parameters with their defaults, and whether it asks for a body."""

    parameters: Mapping[str, Any]
    with_body: bool


def _parsed() -> Iterator[tuple[str, nodes.Template]]:
    environment = rendering.environment(words("en"))
    for path in sorted(rendering.HERE.rglob("*.html.jinja")):
        yield path.relative_to(rendering.HERE).as_posix(), environment.parse(path.read_text(encoding="utf-8"))


@cache
def templates() -> Mapping[str, nodes.Template]:
    """Give all templates of the package by their names."""
    return dict(_parsed())


def signatures(component: str) -> dict[str, Signature]:
    """Give the macros of a component as its template has them."""
    found = {}
    for macro in templates()[f"components/{component}/macro.html.jinja"].find_all(nodes.Macro):
        names = [each.name for each in macro.args]
        needed = len(names) - len(macro.defaults)
        defaults = [*[_NEEDED] * needed, *(each.as_const() for each in macro.defaults)]
        asked = {each.name for each in macro.find_all(nodes.Name)}
        found[macro.name] = Signature(dict(zip(names, defaults, strict=True)), "caller" in asked)
    return found


def calls() -> Iterator[Call]:
    """Give each call of a component's macro in a template; a template's own macro of the same name is another."""
    known = {macro for component in components() for macro in declared(component).macros}
    for place, template in templates().items():
        own = {each.name for each in template.find_all(nodes.Macro)} if "components/" not in place else set()
        bodies = [each.call for each in template.find_all(nodes.CallBlock)]
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in known - own:
                named = tuple(each.key for each in call.kwargs)
                body = any(call is each for each in bodies)
                assert (call.dyn_args, call.dyn_kwargs) == (None, None), place
                yield Call(call.node.name, f"{place}:{call.lineno}", len(call.args), named, body)
