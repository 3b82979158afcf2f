"""The catalogue itself, line by line, so that a statement can be traced to the very text behind it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """The catalogue's file name and lines."""

    name: str
    lines: tuple[str, ...]


def view(name: str, text: str) -> SourceText:
    return SourceText(name.rsplit("/", 1)[-1], tuple(text.rstrip("\n").split("\n")))
