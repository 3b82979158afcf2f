"""What was likely meant by braces that cannot be read: the reader of templates stops lines later, or names no place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.language.covered import covered
from generator.views.content_pages import LINKS, VALUES

_AS_IS = re.compile(
    r"\{%-? *raw *-?%\}(?:(?!\{%-? *raw).)*?\{%-? *endraw *-?%\}|\{#(?:(?!\{#).)*?#\}", re.DOTALL
)
_OPEN = re.compile(r"\{\{|\{%")
_CLOSE = {"{{": "}}", "{%": "%}"}
_QUOTES = str.maketrans("\u201c\u201d\u201e\u2018\u2019", '"""\'\'')
_ENTRY = "|".join(VALUES)
_LINK = "|".join(LINKS)
_DOTTED = re.compile(rf"\b({_ENTRY})\.([a-z0-9]+(?:-[a-z0-9]+)+)")
_BARE = re.compile(rf"\b(?:({_ENTRY})\[|link\()\s{{0,9}}([a-z][a-z0-9_-]*)\s{{0,9}}[\]),]")
_WHOLE = re.compile(rf"\s{{0,9}}(?:{_ENTRY})\[[\"'][^\"']*[\"']\]\s{{0,9}}")
_NO_ID = re.compile(rf"\blink\(\s{{0,9}}[\"'](?:{'|'.join(LINKS)})[\"']\s{{0,9}}\)")
_TAG = re.compile(r"-?\s{0,9}(if|for|endif|endfor)\b(?:\s{1,9}([a-z_]+))?")


class Cause(NamedTuple):
    """Where what cannot be read begins and ends in the text of a page, why, and what was meant, if known."""

    start: int
    end: int
    why: str
    meant: str = ""


def cause(text: str) -> Cause | None:
    """Return the first cause for which a text with braces cannot be filled; None where it is another."""
    return min(_causes(text), default=None)


def _causes(text: str) -> Iterator[Cause]:
    text = _AS_IS.sub(lambda found: covered(found[0]), text)
    opened: list[tuple[str, Cause]] = []
    names: set[str] = set()
    openings = [found.span() for found in _OPEN.finditer(text)]
    for number, (start, begin) in enumerate(openings):
        following = openings[number + 1][0] if number + 1 < len(openings) else len(text)
        close = _CLOSE[text[start:begin]]
        end = text.find(close, begin, following)
        if end < 0:
            yield _unclosed(text, start, following, close)
            continue
        inner, stop = text[begin:end], end + len(close)
        yield from _within(text[start:stop], inner, start, names)
        if close == "%}" and (tag := _TAG.match(inner)):
            kind = tag[1].removeprefix("end")
            if not tag[1].startswith("end"):
                opened.append((kind, Cause(start, stop, "unended")))
                names |= {tag[2]} if kind == "for" and tag[2] else set()
            elif opened and opened[-1][0] == kind:
                opened.pop()
            else:
                yield opened.pop()[1] if opened else Cause(start, stop, "unopened")
    if opened:
        yield opened[-1][1]


def _unclosed(text: str, start: int, following: int, close: str) -> Cause:
    line = text.find("\n", start, following)
    end = following if line < 0 else line
    half = text.find("}", start, end)
    if half < 0:
        return Cause(start, end, "unclosed")
    return Cause(start, half + 1, "unclosed", f"{text[start:half].rstrip('%').rstrip()} {close}")


def _within(whole: str, inner: str, start: int, names: set[str]) -> Iterator[Cause]:
    """Give the causes that stand between two pairs of braces; ``names`` are those that loops have made."""
    end = start + len(whole)
    if (straight := whole.translate(_QUOTES)) != whole:
        yield Cause(start, end, "quotes", straight)
    at = start + 2
    for found in _DOTTED.finditer(inner):
        yield Cause(at + found.start(), at + found.end(), "hyphen", f'{found[1]}["{found[2]}"]')
    for found in _BARE.finditer(inner):
        if found[2] not in names:
            told = found[0]
            begin = found.start(2) - found.start()
            meant = f'{told[:begin]}"{found[2]}"{told[begin + len(found[2]) :]}'
            yield Cause(at + found.start(), at + found.end(), "bare", meant)
    if _WHOLE.fullmatch(inner) and whole.startswith("{{"):
        yield Cause(start, end, "whole", f"{whole[:-2].rstrip()}.name }}}}")
    if missing := _NO_ID.search(inner):
        yield Cause(at + missing.start(), at + missing.end(), "id")
