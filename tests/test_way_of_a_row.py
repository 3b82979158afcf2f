"""One row of a price is followed from the text of the catalogue to where somebody reads it.

What is followed are forms: whatever holds what the row says, its reason and its payer, and nothing of the row beside
it. They are caught as the functions of the generator return them, whatever these are called, so that a form that
somebody adds is found without being named here.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import icons, pages, rendering
from generator.answers import quote_text
from generator.catalogue.loader import load
from generator.i18n import words
from generator.linter.examples import smallest
from generator.pricing.quote import quote
from generator.publish import browser_data
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide

TOP = Path(__file__).parents[1]
GENERATOR = str(TOP / "generator")

GUIDE = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")

REASON, PAYER, OTHER = "Because of the wear", "wearer", "Because of the maker"
MOST_FORMS = 9
LARGEST = 3_000
"""Values that are looked through for a form: what holds more is the whole catalogue, or a whole page."""


def _catalogue() -> str:
    text = smallest()
    for old, new in (
        ("parties:\n", f"parties:\n  - {{id: {PAYER}, name: the {PAYER}, description: They., facts: fee}}\n"),
        ("reason: Wear is yours.", f"payer: {PAYER}, reason: {REASON}."),
        ("reason: The fault is not yours.", f"reason: {OTHER}."),
        ("payer: holder, units: 2", f"payer: {PAYER}, units: 2"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@cache
def _height() -> dict[str, int]:
    """How high each room stands, by the contract that holds imports to one direction."""
    contracts = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = reversed(contracts["contracts"][0]["layers"])
    return {room: at for at, layer in enumerate(layers) for room in re.findall(r"\w+", layer)}


def _is_ours(value: Any) -> bool:
    return not isinstance(value, str) and type(value).__module__.startswith("generator.")


def _parts(value: Any) -> Iterator[Any]:
    """What a value holds: of builtin containers and of our own types."""
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif _is_ours(value):
        yield from getattr(value, "__dict__", {}).values()
        slots = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
        yield from (getattr(value, each) for each in slots if each[:2] != "__" and hasattr(value, each))


def _is_form(value: Any) -> bool:
    """Tell whether a value holds what the row says; a map or a text only where it holds nothing that does already."""
    said, seen, left = "", set(), [value]
    while left:
        each = left.pop()
        if id(each) not in seen:
            seen.add(id(each))
            if isinstance(each, str):
                said += each
            if OTHER in said or len(seen) > LARGEST or (isinstance(value, dict) and _is_ours(each)):
                return False
            left += _parts(each)
    return REASON in said and PAYER in said


@dataclass
class Way:
    """The forms of the row in the order in which they are made, each behind its room; and who gave one too early."""

    forms: dict[tuple[str, str], None] = field(default_factory=dict)
    early: list[str] = field(default_factory=list)
    seen: dict[int, Any] = field(default_factory=dict)
    """What has been looked at, behind what tells it apart; kept alive so that it goes on doing so."""

    def returned(self, frame: FrameType, event: str, value: Any) -> None:
        file = frame.f_code.co_filename
        if event == "return" and value is not None and file.startswith(GENERATOR) and file.endswith(".py"):
            sys.setprofile(None)
            room = Path(file).relative_to(GENERATOR).parts[0].removesuffix(".py")
            for made, name in self._in(value, room):
                self.forms.setdefault((made, name))
                if _height()[room] < _height()[made]:
                    self.early.append(f"{room}: {frame.f_code.co_qualname} gives {name}")
            sys.setprofile(self.returned)

    def _in(self, value: Any, room: str) -> Iterator[tuple[str, str]]:
        """Give the new forms in a value: of our own types by their room, others by the room that first gives them."""
        if id(value) in self.seen:
            return
        self.seen[id(value)] = value
        if _is_ours(value) and _is_form(value):
            yield type(value).__module__.split(".")[1], type(value).__name__
        elif isinstance(value, str | dict) and _is_form(value):
            yield room, type(value).__name__
        for part in _parts(value):
            yield from self._in(part, room)


Reach = Callable[[WholeGuide, SourceFile], None]


def _follow(reach: Reach) -> Way:
    source, way = SourceFile("modalities.yaml", _catalogue()), Way()
    sys.setprofile(way.returned)
    try:
        catalogue = load(parse(source)).catalogue
        assert catalogue
        reach(WholeGuide(catalogue, words("en"), lambda _path: (1, 1), icons.icon, 1), source)
    finally:
        sys.setprofile(None)
    return way


def _to_page(whole: WholeGuide, source: SourceFile) -> None:
    environment = rendering.environment(whole.words)
    (page,) = [each for each in pages.all_pages(whole, source) if each.address == whole.addresses.at("costs")]
    html = LexborHTMLParser(rendering.render(environment, whole, page).html)
    rows = [row.text() for row in html.css("tr") if REASON in row.text()]
    assert len(rows) == 1
    assert PAYER in rows[0]
    assert OTHER not in rows[0]


def _to_browser(whole: WholeGuide, _source: SourceFile) -> None:
    assert REASON in browser_data.text(whole)


def _to_terminal(whole: WholeGuide, _source: SourceFile) -> None:
    catalogue = whole.catalogue
    known = {"requester": "owner", "outcome": "worn"}
    made = quote(catalogue, catalogue.modality["repair"], known)
    assert REASON in quote_text.render(catalogue, made, whole.words)


WAYS = {"page": _to_page, "browser": _to_browser, "terminal": _to_terminal}


@pytest.mark.parametrize("end", WAYS)
def test_a_row_goes_up_through_each_room_once(end: str):
    """No form is made in a room that the row has left, and it takes as few as `CONTRIBUTING.md` tells newcomers."""
    way = _follow(WAYS[end])
    heights = [_height()[room] for room, _ in groupby(room for room, _ in way.forms)]
    assert heights == sorted(set(heights)), list(way.forms)
    assert way.early == []
    assert len(way.forms) + len(("what is written", "what is read")) <= MOST_FORMS
    (told,) = re.findall(rf"^- \*\*{end}\*\*: (.+?)(?=^- |^$)", GUIDE, re.MULTILINE | re.DOTALL)
    assert re.findall(r"`(\w+)/(\w+)`", told) == list(way.forms)
