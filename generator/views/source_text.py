"""The catalogue itself, line by line, so that a statement can be traced to the very text behind it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class SourceText:
    """The catalogue's file name, and its lines, each with its number as an anchor."""

    name: str
    lines: Markup


def view(name: str, text: str) -> SourceText:
    # Written here and not in the template: a large catalogue has tens of thousands of lines. All are escaped at once.
    lines = str(escape(text.rstrip("\n"))).split("\n")
    numbered = (f'<span id="l{n}"><a href="#l{n}">{n}</a> {line}\n</span>' for n, line in enumerate(lines, 1))
    return SourceText(name.rsplit("/", 1)[-1], Markup("".join(numbered)))
