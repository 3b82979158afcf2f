"""The catalogue itself, line by line, so that a statement can be traced to the very text behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.pages.page import Page, bound, page
from generator.routes import ONE_TEXT
from generator.source.reader import SourceFile
from generator.views.context import Context, Link, WholeGuide

_KEY = re.compile(r"([a-z_]+):")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The catalogue's file name, and its lines, each with its number as an anchor; of a part, the ``ways`` from it."""

    name: str
    lines: Markup
    ways: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class TextPart:
    """A page of lines: the link to it, and the top-level keys whose entries stand there."""

    link: Link
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceParts:
    """The parts of a catalogue that is too long for one page."""

    name: str
    items: tuple[TextPart, ...]


def pages(whole: WholeGuide, source: SourceFile) -> Iterator[Page]:
    """Give the page; of a very long catalogue, one for each part, and one that leads to these."""
    name, text = source.name, source.text
    if not whole.addresses.catalogue_is_split:
        yield page(whole, "catalogue", lambda _context: view(name, text))
        return
    yield page(whole, "catalogue", lambda context: parts(context, name, text), template="parts")
    for first in starts(whole.addresses.lines_number):
        yield page(
            whole,
            "catalogue",
            bound(lambda context, line: part(context, name, text, line), first),
            address=whole.addresses.catalogue_of(first),
            title=title(whole, first, whole.words.gettext("The catalogue, lines {first} to {last}")),
        )


def view(name: str, text: str) -> SourceText:
    return SourceText(_file(name), _numbered(text.rstrip("\n"), 1))


def lines_number(text: str) -> int:
    """Return how many lines a catalogue has, without empty ones at its end."""
    return text.rstrip("\n").count("\n") + 1


def starts(number: int) -> range:
    """Return the first line of each part of a catalogue of so many lines."""
    return range(1, number + 1, ONE_TEXT)


def title(whole: WholeGuide, first: int, message: str) -> str:
    """Return what a part is called, by a message with its first and last lines."""
    here = Context(whole, whole.addresses.catalogue)
    last = min(first + ONE_TEXT - 1, whole.addresses.lines_number)
    return message.format(first=here.format.number(first), last=here.format.number(last))


def part(context: Context, name: str, text: str, first: int) -> SourceText:
    """Show the part that begins with a line."""
    lines = text.rstrip("\n").split("\n")
    around = (each for each in (first - ONE_TEXT, first + ONE_TEXT) if 0 < each <= len(lines))
    up = context.page_link("catalogue")
    shown = "\n".join(lines[first - 1 : first - 1 + ONE_TEXT])
    return SourceText(_file(name), _numbered(shown, first), (up, *(_link(context, each) for each in around)))


def parts(context: Context, name: str, text: str) -> SourceParts:
    """Lead to all parts."""
    lines = text.rstrip("\n").split("\n")
    return SourceParts(
        _file(name),
        tuple(
            TextPart(_link(context, first), keys)
            for first, keys in zip(starts(len(lines)), _keys(lines), strict=True)
        ),
    )


def _link(context: Context, first: int) -> Link:
    told = title(context.whole, first, context.whole.words.gettext("Lines {first} to {last}"))
    return Link(told, context.href(context.addresses.catalogue_of(first)))


def _file(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _numbered(text: str, first: int) -> Markup:
    # Written here and not in the template: a large catalogue has tens of thousands of lines. All are escaped at once.
    lines = str(escape(text)).split("\n")
    numbered = (
        f'<span id="l{n}"><a href="#l{n}">{n}</a> {line}\n</span>' for n, line in enumerate(lines, first)
    )
    return Markup("".join(numbered))


def _keys(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """Give the keys of each part; that of the part before goes on, unless another begins at once."""
    last: tuple[str, ...] = ()
    for first in starts(len(lines)):
        here = lines[first - 1 : first - 1 + ONE_TEXT]
        found = tuple(key[1] for line in here if (key := _KEY.match(line)))
        yield found if _KEY.match(here[0]) else last + found
        last = (found or last)[-1:]
