"""What a component says that it is given is what it is given: by its examples, by templates and by pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from jinja2.runtime import Macro, missing

from generator import rendering
from generator.pages import not_found
from generator.publish import search
from tests.catalogues import HARBOUR, PORTUGUESE
from tests.components.declared import (
    LEAVES,
    Call,
    Type,
    calls,
    components,
    declared,
    faults,
    signatures,
)
from tests.components.examples import examples
from tests.publish.guides import all_pages, whole

MACROS = {macro: each for component in components() for macro, each in declared(component).macros.items()}

each_component = pytest.mark.parametrize("component", components())


@each_component
def test_a_macro_takes_what_is_declared(component: str) -> None:
    """Each macro has the parameters that are declared, in order, with their defaults, and a body if it has one."""
    told = {
        macro: (
            [(each.name, each.default) for each in parameters if each.name != "caller"],
            "caller" in {each.name for each in parameters},
        )
        for macro, parameters in declared(component).macros.items()
    }
    assert told == {
        macro: (list(each.parameters.items()), each.with_body)
        for macro, each in signatures(component).items()
    }


@each_component
def test_each_parameter_has_a_type_and_a_sentence(component: str) -> None:
    """Its type is made of words and shapes that there are, its default is of its type, a sentence tells of it."""
    for parameters in declared(component).macros.values():
        for each in parameters:
            assert list(leaves(each.type))
            assert each.needed or list(faults(each.type, each.default)) == []
            assert re.fullmatch(r"[A-Z].*\.", each.about)


def test_a_macro_is_known_by_its_name_alone() -> None:
    """No two components have a macro of one name, and no shape is called as a word that types are made of."""
    assert len(MACROS) == sum(len(declared(each).macros) for each in components())
    assert [each for each in components() if LEAVES.keys() & declared(each).types.keys()] == []


@each_component
def test_an_example_is_what_a_macro_can_be_given(component: str) -> None:
    """Its arguments are those of the macro, each fits its type, and no thing in it has a part that nobody asks for."""
    for each in examples(component):
        parameters = MACROS[each.macro]
        given = {*each.arguments, *(("caller",) if each.body is not None else ())}
        # The renderer itself gives what writes headings and anchors.
        names = {one.name: one.needed for one in parameters if one.type.told != "page"}
        assert {name for name, needed in names.items() if needed} <= given <= names.keys(), each.name
        types = {one.name: one.type for one in parameters}
        wrong = [
            fault
            for name, value in each.arguments.items()
            for fault in faults(types[name], value, name, closed=True)
        ]
        assert wrong == [], each.name


def test_every_shape_is_asked_for() -> None:
    """No component declares a shape that no parameter is made of."""
    asked = {name for parameters in MACROS.values() for each in parameters for name in shapes(each.type)}
    told = {(component, name) for component in components() for name in declared(component).types}
    assert told - asked == set()


def test_templates_call_with_what_is_declared() -> None:
    """A call in a template names only parameters that there are, leaves none out that is needed, and brings a body."""
    found = list(calls())
    assert {each.macro for each in found} == MACROS.keys() - {"search", "reader"}  # which the shell is given
    assert [f"{each.place} {each.macro}: {wrong}" for each in found if (wrong := misuse(each))] == []


def misuse(call: Call) -> str:
    parameters = [each for each in MACROS[call.macro] if each.name != "caller"]
    if call.with_body != (len(parameters) < len(MACROS[call.macro])):
        return "body"
    given = [*(each.name for each in parameters[: call.positional]), *call.named]
    if len(given) < call.positional + len(call.named) or len(set(given)) < len(given):
        return "too many"
    if unknown := set(given) - {each.name for each in parameters}:
        return f"unknown: {unknown}"
    lacking = [each.name for each in parameters if each.needed and each.name not in given]
    return f"lacking: {lacking}" if lacking else ""


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=["portuguese", "harbour"])
def test_pages_give_what_is_declared(path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a page of each kind of both guides, every macro is given what fits its types."""
    wrong: dict[str, None] = {}
    invoke = Macro._invoke

    def watched(macro: Macro, arguments: list[Any], autoescape: bool) -> str:
        if not macro.name:  # the body of a `call`
            return invoke(macro, arguments, autoescape)
        for each, value in zip(MACROS[macro.name], arguments, strict=True):
            if value is not missing:
                wrong.update(dict.fromkeys(faults(each.type, value, f"{macro.name}: {each.name}")))
        return invoke(macro, arguments, autoescape)

    monkeypatch.setattr(Macro, "_invoke", watched)
    guide = whole(path)
    environment = rendering.environment(guide.words)
    looks = {each.look: each for each in (*all_pages(path), not_found(guide, "/"))}
    for page in looks.values():
        rendering.render(environment, guide, page)
    search.box(environment, guide)
    assert list(wrong) == []


def leaves(wanted: Type) -> Iterator[str]:
    """Give the words that a type is made of; raises `KeyError` for a name that nothing has."""
    yield from (name for name, _ in _walk(wanted, set()) if name in LEAVES)


def shapes(wanted: Type) -> Iterator[tuple[str, str]]:
    """Give the shapes that a type is made of, each with the component that declares it."""
    yield from ((home, name) for name, home in _walk(wanted, set()) if home)


def _walk(wanted: Type, seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    match wanted.told:
        case str(told):
            for name in re.findall(r"[\w.]+", told):
                if name in LEAVES:
                    yield name, ""
                    continue
                component, _, shape = name.rpartition(".")
                home = declared(component or wanted.component)
                if (home.name, shape) not in seen:
                    seen.add((home.name, shape))
                    yield shape, home.name
                    yield from _walk(Type(home.name, home.types[shape]), seen)
        case dict() | list():
            parts = wanted.told.values() if isinstance(wanted.told, dict) else wanted.told
            for part in parts:
                yield from _walk(wanted.within(part), seen)


@pytest.mark.parametrize(
    ("told", "value", "wrong"),
    [
        ("text", "Lamp", []),
        ("text", None, ["it is no text"]),
        ("text | nothing", None, []),
        ("text | nothing", 3, ["it is no text | nothing"]),
        ("number", True, ["it is no number"]),
        (["text"], (), []),
        (["text"], ["Lamp", 1], ["it[1] is no text"]),
        (["text", "flag"], ["Lamp", True], []),
        (["text", "flag"], ["Lamp"], ["it is no [text, flag]"]),
        ({"a": "text", "b": "flag"}, {"a": "Lamp"}, ["it.b is missing"]),
        ({"a": "text"}, {"a": "Lamp", "b": True}, ["it.b is unknown"]),
        ("text | flag", True, []),
        ("text | flag", 3, ["it is no text | flag"]),
        ("sign.sign", {"icon": None}, ["it.code is missing"]),
    ],
)
def test_what_does_not_fit_is_told(told: Any, value: Any, wrong: list[str]) -> None:
    """A value is held to its type: a word, a shape, a list, a pair, one of several, or nothing where it may be."""
    assert list(faults(Type("card", told), value, "it", closed=True)) == wrong
