"""However a catalogue is damaged, it is read to the end, every problem points into it, and what is accepted builds."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from generator import pages, rendering
from generator.diagnostics import Path, Span
from generator.i18n import words
from generator.linter.examples import SMALLEST, smallest
from generator.linter.runner import Examined, examine
from generator.reporters.text import render
from generator.source.locations import lines_of
from generator.source.reader import SourceFile, Unreadable, decode
from generator.views.context import WholeGuide
from tests.catalogues import HARBOUR, PORTUGUESE

SEED = 20261125
PARTS = 4
"""Parts for the processors to share."""

ODD = (
    *(
        "\t",
        "\r",
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\xa0",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u202e",
        "\u2028",
    ),
    *("\ufeff", "\ud83d", "\U0001f600", "e\u0301", "\ufffe", "İ", "ß", "ﬁ", "א"),
    *(
        ": ",
        "- ",
        " #",
        "#",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "{{",
        "{%",
        "&x ",
        "*x",
        "!t ",
        "%",
        "@",
        "`",
        "|",
        ">",
    ),
    *(
        "? ",
        "<<: ",
        "---\n",
        "...\n",
        "<<<<<<< HEAD\n",
        "~",
        "null",
        "=",
        "\\",
        "<b>",
        "](",
        "**",
        ",",
        "\n",
        "\n  ",
    ),
    *("9" * 30, "x" * 30, " " * 5),
)
"""Characters that mean something to YAML, to Markdown, to a template, to a terminal, or look as if they did not."""

KINDS: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        "x",
        "unknown",
        "9",
        "-1",
        "1.5",
        "true",
        "2026-13-01",
        "x" * 70,
        "é",
        "A",
        "\u202e",
        "\ud83d",
    ),
    *([], {}, ["x"], [[]], [{}], {"x": "y"}, {"id": "x"}, {"": ""}, ["x", "x"], [None], {"x": None}),
)
"""What may stand where something else belongs."""


# What must hold.


def inside(place: Span, source: SourceFile) -> bool:
    """Tell whether a place begins and ends within a text, or just behind one of its lines."""
    lines = source.lines
    if not 1 <= place.line <= place.end_line <= len(lines) + 1:
        return False
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    length = len(lines[place.line - 1]) if place.line <= len(lines) else 0
    last = len(lines[place.end_line - 1]) if place.end_line <= len(lines) else 0
    return start <= end and 1 <= place.column <= length + 1 and 1 <= place.end_column <= last + 2


@cache
def environment(language: str) -> Environment:
    return rendering.environment(words(language))


def build(examined: Examined) -> None:
    """Render every page of a guide."""
    catalogue, tree, source = examined.catalogue, examined.tree, examined.source
    assert catalogue is not None

    def lines(path: Path) -> tuple[int, int]:
        first, last = lines_of(tree, path, source)
        assert 1 <= first <= last <= len(source.lines)
        return first, last

    whole = WholeGuide(catalogue, words(catalogue.guide.language), lines)
    for page in pages.all_pages(whole, source):
        rendering.render(environment(catalogue.guide.language), whole, page)


def hold(text: str) -> Examined | None:
    """Examine a text and hold what comes out to what must be; None where it is no text at all."""
    try:
        source = decode(text.encode("utf-8", "surrogatepass"), "damaged.yaml")
    except Unreadable as fault:
        place = fault.diagnostic.place
        assert place is not None
        assert place.line <= text.count("\n") + text.count("\r") + 1
        return None
    examined = examine(source)
    for each in examined.diagnostics:
        assert inside(examined.place(each), source), (each, examined.place(each))
    assert render(examined, words("pt-BR"))
    if examined.ok:
        build(examined)
    return examined


def proving(held: list[Examined | None]) -> None:
    """Hold much damage to leaving enough catalogues without errors, and not too many: else nothing would be proven."""
    accepted = sum(examined is not None and examined.ok for examined in held)
    assert len(held) / 24 < accepted < len(held) * 5 / 6, (accepted, len(held))


# Damage to a text.


def truncated(text: str, at: int) -> str:
    return text[:at]


def broken_text(text: str, chance: random.Random) -> str:
    """Damage a text as an editor, a merge or a transfer does."""
    at = chance.randrange(len(text))
    lines = text.splitlines(keepends=True)
    line, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(9):
        case 0:
            return text[:at] + chance.choice(ODD) + text[at:]
        case 1:
            return text[:at] + chance.choice(ODD) + text[at + 1 :]
        case 2:
            return text[:at] + text[at + chance.choice((1, 1, 2, 5, 40, 400)) :]
        case 3:
            lines[line], lines[other] = lines[other], lines[line]
        case 4:
            del lines[line]
        case 5:
            lines.insert(other, lines[line])
        case 6:
            lines[line] = chance.choice((" ", "  ", "\t", "\xa0")) + lines[line]
        case 7:
            lines[line] = lines[line].removeprefix("  ")
        case _:
            lines[line:other] = []
    return "".join(lines)


# Damage to what a text means.


@cache
def tree_of(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def spots(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every value below one."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*way, key)
        yield from spots(item, (*way, key))


def broken_tree(tree: Any, way: tuple[Any, ...], chance: random.Random) -> Any:
    """Damage a tree at one spot: dropped, twice, swapped, of another kind, or under another key."""
    tree = deepcopy(tree)
    holder = tree
    for step in way[:-1]:
        holder = holder[step]
    key = way[-1]
    others = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    other = chance.choice(others)
    match chance.randrange(7):
        case 0:
            del holder[key]
        case 1 | 2:
            holder[key] = deepcopy(chance.choice(KINDS))
        case 3:
            holder[key], holder[other] = holder[other], holder[key]
        case 4 if isinstance(holder, list):
            holder.insert(other, deepcopy(holder[key]))
        case 5 if isinstance(holder, dict):
            name = chance.choice(
                (f"{key}x", key[:-1], key.upper(), "facts", "id", "when", "", "é", "suppress")
            )
            renamed = {name if each == key else each: item for each, item in holder.items()}
            holder.clear()
            holder.update(renamed)
        case _ if isinstance(holder[key], str):
            # Another id of the same catalogue: all in good form, and perhaps true.
            strings = [found for found in each_text(tree) if found.islower() and " " not in found]
            holder[key] = chance.choice(strings)
        case _:
            holder[key] = [holder[key]]
    return tree


def each_text(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from each_text(item)
        case list():
            for item in value:
                yield from each_text(item)


def written(tree: Any) -> str:
    """Write a tree as JSON over lines, which YAML reads, too; halves of emoji as escapes."""
    return json.dumps(tree, indent=1, ensure_ascii=chr(0xD83D) in str(tree))


# The cases.

PORTUGUESE_TEXT = PORTUGUESE.read_text(encoding="utf-8")


@pytest.mark.parametrize("part", range(PARTS))
def test_the_smallest_catalogue_cut_off_anywhere(part: int):
    """A file that ends within, before or behind any word is told as what it is, or is whole."""
    text = smallest()
    ends = sorted(
        {at for word in re.finditer(r"\S+", text) for at in (word.start(), word.start() + 1, word.end())}
    )
    for at in ends[part::PARTS]:
        hold(truncated(text, at))


@pytest.mark.parametrize("part", range(PARTS))
def test_the_real_catalogue_cut_off(part: int):
    """The same for a whole one: within a line at each character, and at ends and beginnings of many lines."""
    ends = [at for at, sign in enumerate(PORTUGUESE_TEXT) if sign == "\n"]
    everywhere = [*range(0, len(PORTUGUESE_TEXT), 2999), *ends[::122], *(at + 3 for at in ends[::194])]
    middle = PORTUGUESE_TEXT.index("\n    minimum: 10")
    for at in sorted({*everywhere, *range(middle, middle + 40)})[part::PARTS]:
        hold(truncated(PORTUGUESE_TEXT, at))


@pytest.mark.parametrize(
    ("text", "times"), [(PORTUGUESE_TEXT, 10), (smallest(), 100)], ids=["portuguese", "smallest"]
)
@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_texts(text: str, times: int, part: int):
    """Characters put in, taken out or replaced, and lines dropped, doubled, swapped or moved."""
    proving(
        [hold(broken_text(text, random.Random(f"{SEED} {part} {number}"))) for number in range(times)],
    )


@pytest.mark.parametrize(
    ("text", "step", "times"), [(PORTUGUESE_TEXT, 71, 1), (smallest(), 2, 1)], ids=["portuguese", "smallest"]
)
@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_entries(text: str, step: int, times: int, part: int):
    """Entries and values dropped, doubled, swapped, of another kind or under another key, everywhere."""
    tree = tree_of(text)
    proving(
        [
            hold(written(broken_tree(tree, way, random.Random(f"{SEED} {part} {number} {turn}"))))
            for number, way in enumerate(list(spots(tree))[part * step :: PARTS * step])
            for turn in range(times)
        ]
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(SMALLEST, "language: en", "language: fee", id="a language of nobody"),
        pytest.param(HARBOUR, "    depends_on: [", "    dependson: [", id="a price by what it does not name"),
    ],
)
def test_what_once_stopped_it(path: FilePath, old: str, new: str):
    """What a long search found: each stopped the examination, or the building of what it had accepted."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    examined = hold(text.replace(old, new, 1))
    assert examined is not None
    assert not examined.ok


@settings(max_examples=80)
@given(st.data())
def test_damage_upon_damage(data: st.DataObject):
    """Several damages at once, as the search for the smallest failing ones puts them together."""
    text = smallest()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        width = data.draw(st.integers(0, 30))
        text = text[:at] + data.draw(st.sampled_from(ODD) | st.text(max_size=3)) + text[at + width :]
    hold(text)


@settings(max_examples=100)
@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda data: data.decode("latin-1")))
def test_anything_at_all(text: str):
    """A text that never was a catalogue is told so in the same way."""
    hold(text)


def test_a_place_outside_would_be_noticed():
    """The test of places fails where it has to: else it could prove nothing."""
    source = SourceFile("some.yaml", "a: b\nc\n")
    assert inside(Span(1, 1, 1, 2), source)
    assert inside(Span(3, 1, 3, 2), source)
    for place in (
        Span(0, 1, 1, 1),
        Span(1, 0, 1, 1),
        Span(1, 7, 1, 7),
        Span(9, 1, 9, 1),
        Span(2, 2, 2, 1),
    ):
        assert not inside(place, source), place
