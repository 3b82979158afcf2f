"""The report for people at a terminal: place, message, the quoted line with a caret, and how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Severity, Span
from generator.i18n import Words
from generator.linter.runner import Examined
from generator.reporters.message import (
    SEVERITIES,
    Problem,
    Report,
    report_of,
    report_of_unreadable,
    visible,
)
from generator.source.reader import Unreadable

WIDTH = 100
"""Columns of a quoted line; of a longer one the piece around the place is shown."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}


def render(examined: Examined, words: Words, colour: bool = False) -> str:
    """Tell all that was found in a file, line by line, and how many problems there are."""
    report = report_of(examined, words)
    paint = _Paint(colour)
    told = ["\n".join(_told(report.file, each, words, paint)) + "\n" for each in report.problems]
    return "\n".join((*told, _count(report, words) + "\n"))


def render_unreadable(fault: Unreadable, words: Words, colour: bool = False) -> str:
    """Tell why a file could not be read at all."""
    report = report_of_unreadable(fault, words)
    return "\n".join(_told(report.file, report.problems[0], words, _Paint(colour))) + "\n"


def quote(lines: tuple[str, ...], place: Span, paint: _Painter | None = None) -> Iterator[str]:
    """Quote the first line of a place, with carets under it; where it runs over lines, up to the end of the first."""
    if not lines:
        return
    paint = paint or _Painter("")
    line = lines[0]
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    end = max(start + 1, min(end, len(line)))
    # A window on a long line, which keeps the place in sight.
    first = max(0, start - WIDTH // 2) if len(line) > WIDTH else 0
    shown = line[first : first + WIDTH]
    start, end = start - first, min(end - first, WIDTH)
    before, under = "…" if first else "", "…" if first + WIDTH < len(line) else ""
    number = str(place.line)
    gutter = " " * len(number)
    indent = " " * (_width(before) + _width(visible(shown[:start])))
    carets = "^" * max(1, _width(visible(shown[start:end])))
    yield f" {gutter} |"
    yield f" {number} | {before}{visible(shown)}{under}".rstrip()
    yield f" {gutter} | {indent}{paint(carets)}"


def _told(file: str, each: Problem, words: Words, paint: _Paint) -> Iterator[str]:
    place = each.place or Span(1, 1, 1, 1)
    severity = paint.of(each.severity)(f"{words.gettext(SEVERITIES[each.severity])}[{each.code}]")
    yield f"{paint.bold(f'{visible(file)}:{place.line}:{place.column}')}: {severity}: {each.message}"
    yield from quote(each.lines, place, paint.of(each.severity))
    if each.meant:
        yield "   " + paint.bold(words.gettext("Did you mean “{word}”?").format(word=visible(each.meant)))
    yield "   " + words.gettext("How to mend it: {cure}").format(cure=each.cure)
    if each.facts:
        yield "   " + words.gettext("Facts: {ids}").format(ids=", ".join(each.facts))
    for other in each.related:
        yield "   " + words.gettext("See also {place}.").format(
            place=f"{visible(file)}:{other.line}:{other.column}"
        )


def _count(report: Report, words: Words) -> str:
    errors, warnings, hints = (report.count(severity) for severity in Severity)
    hidden = ""
    if report.suppressed:
        hidden = " " + words.ngettext(
            "{count} suppressed warning.", "{count} suppressed warnings.", report.suppressed
        ).format(count=report.suppressed)
    if not report.problems:
        return words.gettext("{file}: no problems.").format(file=visible(report.file)) + hidden
    parts = []
    if errors:
        parts.append(words.ngettext("{count} error", "{count} errors", errors).format(count=errors))
    if warnings:
        parts.append(words.ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings))
    if hints:
        parts.append(words.ngettext("{count} hint", "{count} hints", hints).format(count=hints))
    return f"{visible(report.file)}: {', '.join(parts)}.{hidden}"


def _width(text: str) -> int:
    """Return how many columns a terminal gives a text: none to marks that combine, two to wide signs."""
    width = 0
    for sign in text:
        if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
    return width


class _Painter:
    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, text: str) -> str:
        return f"\x1b[{self.code}m{text}\x1b[0m" if self.code else text


class _Paint:
    """Colours, or none."""

    def __init__(self, on: bool) -> None:
        self.on = on
        self.bold = _Painter("1" if on else "")

    def of(self, severity: Severity) -> _Painter:
        return _Painter(_COLOURS[severity] if self.on else "")
