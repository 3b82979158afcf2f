"""The kinds of pages: each is told once, and what its row says of its anchors is what its template really has."""

from __future__ import annotations

import re
from pathlib import Path

from generator.rendering import HERE
from generator.routes import HIDDEN, NOT_FOUND, PARTS, ROUTES, ROWS

ANCHOR = re.compile(r'pgettext\("anchor", "([a-z-]+)"\)( ~ "-")?')

HEADS = {"Who asks", "Sources"}
"""Titles whose words are heads of tables as well, and mean a column there."""


def test_anchors_are_those_of_the_templates() -> None:
    """The anchors that a page has of its own, and the words before ids, are those that its template writes."""
    checked = [route for route in ROUTES.values() if route.anchors or route.prefixes]
    for route in checked:
        template = (HERE / "pages" / route.kind / "template.html.jinja").read_text(encoding="utf-8")
        found = ANCHOR.findall(template)
        assert {name for name, prefix in found if not prefix} == set(route.anchors)
        # The fields of a tool are ids of its component, all with its name before them.
        assert {name for name, prefix in found if prefix} == set(route.prefixes) - {"bill", "simulator"}
    assert {route.kind for route in checked} >= {"costs", "requester", "open_questions", "sources"}


def test_every_kind_has_its_part() -> None:
    """A kind of page stands in a part of the navigation that there is, or in none."""
    assert {route.part for route in (*ROWS, NOT_FOUND)} == {*PARTS, HIDDEN}


def test_what_a_kind_is_called_stands_once() -> None:
    """No other module or template writes out what a page is called, or what describes it."""
    told = {
        text
        for route in (*ROUTES.values(), NOT_FOUND)
        for text in (route.title, route.description, route.told)
        if text
    }
    told |= {title for title in PARTS.values() if title}
    places: dict[str, list[str]] = {text: [] for text in told}
    for path in sources():
        text = path.read_text(encoding="utf-8")
        for each in told:
            places[each] += [path.name] * text.count(f'"{each}"')
    assert {
        each: found for each, found in places.items() if found != ["routes.py"] and each not in HEADS
    } == {}


def sources() -> list[Path]:
    return [path for path in sorted(HERE.rglob("*")) if path.suffix in (".py", ".jinja", ".js")]


def test_each_kind_has_a_folder() -> None:
    """A row has a folder of its name with a view and a template, and no folder is without a row."""
    folders = {path.parent.name for path in (HERE / "pages").glob("*/template.html.jinja")}
    assert folders == {*ROUTES, NOT_FOUND.kind}
    for name in folders:
        assert {path.name for path in (HERE / "pages" / name).glob("*.py")} >= {"__init__.py", "view.py"}
