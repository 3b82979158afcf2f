"""The way of one price row: each room takes it from the rooms below and hands it up, and it changes form few times."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from types import FrameType

import pytest

from generator import pages, rendering
from generator.answers.quote_text import render
from generator.catalogue.pricing_rules import PriceRow
from generator.i18n import words
from generator.linter.runner import examine_file
from generator.pricing.quote import quote
from generator.publish import browser_data
from generator.views.context import WholeGuide
from tests.catalogues import HARBOUR
from tests.node import TOP

MODALITY, RULE, ROW = "advisory-time", "by-the-minute", "time-spent"
MOST_FORMS = 9
BEFORE = ("lines of the file", "node", "PriceRow")
"""What a row is before anybody asks for it."""

PACKAGE = "generator."


def layers() -> dict[str, int]:
    """The rooms by their layer, the highest first, as the import contract has them."""
    contract = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    levels = contract["contracts"][0]["layers"]
    return {room.strip(" ()"): level for level, rooms in enumerate(levels) for room in rooms.split("|")}


@dataclass
class Watched:
    """What was called while a row was on its way: rooms, calls from one to another, and what the row was held by."""

    row: PriceRow
    rooms: set[str] = field(default_factory=set)
    calls: set[tuple[str, str]] = field(default_factory=set)
    forms: dict[str, None] = field(default_factory=dict)

    def __call__(self, run: Callable[[], object]) -> Watched:
        before = sys.getprofile()
        sys.setprofile(self._see)
        try:
            run()
        finally:
            sys.setprofile(before)
        return self

    def _see(self, frame: FrameType, event: str, value: object) -> None:
        if not (room := room_of(frame)):
            return
        if event == "return":
            self.forms |= dict.fromkeys(forms(value, self.row))
        elif event == "call":
            self.rooms.add(room)
            caller = frame.f_back
            while caller is not None and not room_of(caller):
                caller = caller.f_back
            if caller is not None and room_of(caller) != room:
                self.calls.add((room_of(caller), room))


def room_of(frame: FrameType) -> str:
    name = frame.f_globals.get("__name__", "")
    return name.split(".")[1] if name.startswith(PACKAGE) else ""


def forms(value: object, row: PriceRow) -> Iterator[str]:
    """Name what a row is held by: a thing with it in one of its fields, a text with its reason, or data with that."""
    if isinstance(value, str) and row.reason in value:
        yield "text"
    elif isinstance(value, dict) and value.get("reason") == row.reason:
        yield "data"
    elif any(each is row or tells(each, row) for each in parts(value)):
        yield type(value).__name__


def tells(value: object, row: PriceRow) -> bool:
    if isinstance(value, str):
        return row.reason in value
    return any(each is row or (isinstance(each, str) and row.reason in each) for each in parts(value))


def parts(value: object) -> tuple[object, ...]:
    """Give what stands in the fields of a thing."""
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(getattr(value, each.name, None) for each in fields(value))
    return tuple(value) if isinstance(value, tuple) and hasattr(value, "_fields") else ()


@pytest.fixture(scope="module")
def ways() -> dict[str, Watched]:
    """Ways of one row: to its page, to the browser, and to whoever asks on a terminal."""
    examined = examine_file(HARBOUR)
    catalogue, language = examined.catalogue, words("en")
    assert catalogue is not None
    row = next(each for each in catalogue.pricing_rule[RULE].rows if each.id == ROW)
    whole = WholeGuide(catalogue, language, lambda _path: (1, 1))
    page = next(
        each for each in pages.all_pages(whole, examined.source) if each.address == whole.addresses.costs
    )
    environment = rendering.environment(language)
    known = {"requester": "reseller", "hours": "business"}
    modality = catalogue.modality[MODALITY]
    return {
        "page": Watched(row)(lambda: rendering.render(environment, whole, page)),
        "browser": Watched(row)(lambda: browser_data.text(whole)),
        "answer": Watched(row)(
            lambda: render(catalogue, quote(catalogue, modality, known, minutes=45), language)
        ),
    }


@pytest.mark.parametrize("way", ["page", "browser", "answer"])
def test_no_room_hands_a_price_back(ways, way):
    """A room asks only those below it, so that a row comes through each of them once."""
    level = layers()
    assert ways[way].calls
    assert [call for call in ways[way].calls if level[call[0]] >= level[call[1]]] == []


def test_an_answer_needs_no_page(ways):
    """Whoever asks on a terminal gets the sentences that a page shows, and no page is made for it."""
    assert ways["answer"].rooms == {"answers", "catalogue", "decisions", "pricing", "wording"}


@pytest.mark.parametrize("way", ["page", "browser", "answer"])
def test_a_row_changes_its_form_few_times(ways, way):
    """From the catalogue to what is shown, a row is held by no more kinds of things than a reader can keep in mind."""
    found = (*BEFORE, *ways[way].forms)
    assert len(BEFORE) < len(found) <= MOST_FORMS, found
