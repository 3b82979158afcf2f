"""Anchors, aliases and merge keys of a text: a few are slips of a pen, and told each; a habit is told once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Finding, Span

_SIGNS = {"anchor": "&", "alias": "*", "merge-key": "<<"}

REUSE = frozenset(_SIGNS)
"""The codes that are collected here."""

MOST_SLIPS = 3
"""Texts that begin with `*` or `&` by mistake: with more such signs, their writer knows what they are."""


class Reuse:
    """What was met on the way through a text; of a hundred thousand places it keeps but the first few."""

    def __init__(self) -> None:
        self._first: list[Diagnostic] = []
        self._names: dict[str, set[str]] = {code: set() for code in _SIGNS}
        self._met = 0

    def meet(self, code: str, place: Span, name: str = "") -> None:
        """Note one of them; ``name`` is that of an anchor or of what an alias means."""
        self._met += 1
        self._names[code].add(name)
        if self._met <= MOST_SLIPS:
            self._first.append(Diagnostic(code, Finding((), {"name": name}), place=place))

    def told(self) -> Iterator[Diagnostic]:
        """Give each of a few; but one for all, at the first, where a piece of the file is used again.

        Bold text that lost its quotes never means an anchor that there is; an alias that does is no slip.
        """
        meant = not self._names["anchor"].isdisjoint(self._names["alias"])
        if self._met <= MOST_SLIPS and not meant:
            yield from self._first
        else:
            first = self._first[0]
            seen = _SIGNS[first.code] + first.finding.values["name"]
            values = {"seen": seen, "more": str(self._met - 1)}
            yield Diagnostic("piece-used-again", Finding((), values), place=first.place)
