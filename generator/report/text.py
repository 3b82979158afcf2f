"""The report for people at a terminal: place, message, the quoted line with a caret, and how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from generator.checks import Check, Examined, check
from generator.checks.walk import suggestion
from generator.diagnostics import Diagnostic, Place, Severity
from generator.source.places import place_of
from generator.source.reader import Source, Unreadable
from generator.words import N_, Words

WIDTH = 100
"""Columns of a quoted line; of a longer one the piece around the place is shown."""

LONGEST = 120
"""Characters of one value in a message: what is wrong with 5,000 digits is seen in the first of them."""

_SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.HINT: N_("hint"),
}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}


def render(examined: Examined, words: Words, colour: bool = False) -> str:
    """Tell all that was found in a catalogue, line by line, and how many problems there are."""
    paint = _Paint(colour)
    told = []
    for each in examined.diagnostics:
        lines = [*_head(examined.source.name, each, examined.place(each), words, paint)]
        lines += _quote(examined.source, examined.place(each), paint.of(each.severity))
        lines += _hints(each, words, paint)
        for path in each.finding.related:
            place = place_of(examined.tree, path)
            at = f"{examined.source.name}:{place.line}:{place.column}"
            lines.append("   " + words.gettext("See also {place}.").format(place=at))
        told.append("\n".join(lines) + "\n")
    return "\n".join((*told, _count(examined, words) + "\n"))


def render_unreadable(fault: Unreadable, words: Words, colour: bool = False) -> str:
    """Tell why a file could not be read at all."""
    paint = _Paint(colour)
    each = fault.diagnostic
    place = each.place or Place(1, 1, 1, 1)
    return "\n".join((*_head(fault.name, each, place, words, paint), *_hints(each, words, paint))) + "\n"


def message(diagnostic: Diagnostic, words: Words) -> str:
    """Return the sentence that says what is wrong."""
    known = check(diagnostic.code)
    return words.gettext(known.message).format_map(_values(known, diagnostic, words))


def cure(diagnostic: Diagnostic, words: Words) -> str:
    """Return the sentence that says how to mend it."""
    known = check(diagnostic.code)
    return words.gettext(known.cure).format_map(_values(known, diagnostic, words))


def meant(diagnostic: Diagnostic) -> str:
    """Return what the writer most likely meant to write; empty where nothing is near."""
    values = diagnostic.finding.values
    if "suggestion" in values:
        return values["suggestion"]
    if "known" in values:
        return suggestion(values["key"], values["known"].split(", "))
    if "choices" in values:
        return suggestion(values["seen"], values["choices"].split(", "))
    return ""


def _values(known: Check, diagnostic: Diagnostic, words: Words) -> Mapping[str, str]:
    values = {}
    for name, value in diagnostic.finding.values.items():
        term = known.terms.get(name, {}).get(value)
        shown = words.gettext(term) if term else _visible(value.replace("\n", " ").strip())
        # What is possible is a list to choose from, and must be whole.
        cut = len(shown) > LONGEST and name not in ("known", "choices", "case")
        values[name] = shown[: LONGEST - 1] + "…" if cut else shown
    return values


def _head(name: str, each: Diagnostic, place: Place, words: Words, paint: _Paint) -> Iterator[str]:
    severity = paint.of(each.severity)(f"{words.gettext(_SEVERITIES[each.severity])}[{each.code}]")
    place_name = paint.bold(f"{name}:{place.line}:{place.column}")
    yield f"{place_name}: {severity}: {message(each, words)}"


def _hints(each: Diagnostic, words: Words, paint: _Paint) -> Iterator[str]:
    if near := meant(each):
        yield "   " + paint.bold(words.gettext("Did you mean “{word}”?").format(word=_visible(near)))
    yield "   " + words.gettext("How to mend it: {cure}").format(cure=cure(each, words))
    if each.finding.facts:
        yield "   " + words.gettext("Facts: {ids}").format(ids=", ".join(each.finding.facts))


def _count(examined: Examined, words: Words) -> str:
    errors = len(examined.errors)
    warnings = sum(each.severity is Severity.WARNING for each in examined.diagnostics)
    if not errors and not warnings:
        return words.gettext("{file}: no problems.").format(file=examined.source.name)
    parts = []
    if errors:
        parts.append(words.ngettext("{count} error", "{count} errors", errors).format(count=errors))
    if warnings:
        parts.append(words.ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings))
    return f"{examined.source.name}: {', '.join(parts)}."


def _quote(source: Source, place: Place, paint: _Painter) -> Iterator[str]:
    """Quote the line of a place, with carets under it; where it runs over lines, up to the end of the first."""
    lines = source.lines
    if place.line > len(lines):
        return
    line = lines[place.line - 1]
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
    indent = " " * (_width(before) + _width(_visible(shown[:start])))
    carets = "^" * max(1, _width(_visible(shown[start:end])))
    yield f" {gutter} |"
    yield f" {number} | {before}{_visible(shown)}{under}".rstrip()
    yield f" {gutter} | {indent}{paint(carets)}"


_SHOWN = {"\t": "    ", "\u00a0": "␣", "\u202f": "␣", "\u2007": "␣"}


def _visible(text: str) -> str:
    """Make visible what would hide in a terminal, turn its text around, or give it orders."""
    shown = []
    for sign in text:
        if sign in _SHOWN:
            shown.append(_SHOWN[sign])
        elif unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or (
            unicodedata.category(sign) == "Cf" and sign != "\u200d"
        ):
            shown.append(f"<U+{ord(sign):04X}>")
        else:
            shown.append(sign)
    return "".join(shown)


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
