"""A problem in words: what every format tells of a diagnostic, and none has to find for itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Severity, Span
from generator.i18n import N_, Words
from generator.language.suggestion import suggestion
from generator.linter.runner import Check, Examined, check
from generator.source.reader import Unreadable

LONGEST = 120
"""Characters of one value in a message: what is wrong with 5,000 digits is seen in the first of them."""

LONGEST_LINE = 2_000
"""Characters of a line that is given whole to a program; people see a window on it."""

MOST_LINES = 5
"""Lines of a long stretch that are worth quoting."""

SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.HINT: N_("hint"),
}


class Problem(NamedTuple):
    """One diagnostic, with all that can be told of it in one language."""

    code: str
    severity: Severity
    title: str
    message: str
    cure: str
    meant: str
    """What the writer most likely meant; empty where nothing is near."""
    facts: tuple[str, ...]
    place: Span | None
    """None where there is no text to point into."""
    lines: tuple[str, ...]
    """The lines of the place, as they are written; of a long stretch the first few."""
    related: tuple[Span, ...]
    file: str = ""
    """Where it was found."""

    @property
    def quotable(self) -> tuple[str, ...]:
        """Return the lines, or none where a program that reads them would get a whole book."""
        return self.lines if all(len(line) <= LONGEST_LINE for line in self.lines) else ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that is to be told of one file."""

    file: str
    problems: tuple[Problem, ...]
    readable: bool
    """False where the file could not be taken as a text at all."""
    suppressed: int = 0
    """Warnings that the writer has answered for, beside the entry."""

    def with_more(self, others: Iterable[Report]) -> Report:
        """Return one report of this file and of others beside it."""
        problems = (*self.problems, *(problem for other in others for problem in other.problems))
        return Report(self.file, problems, self.readable, self.suppressed)

    def count(self, severity: Severity) -> int:
        return sum(each.severity is severity for each in self.problems)


def report_of(examined: Examined, words: Words) -> Report:
    """Put all that was found in a catalogue into words."""
    problems = []
    for each in examined.diagnostics:
        place = examined.place(each)
        lines = _lines(examined.source.lines, place)
        told = _problem(each, words, place, lines, examined.related(each))
        problems.append(told._replace(file=examined.source.name))
    return Report(examined.source.name, tuple(problems), True, len(examined.suppressed))


def report_of_unreadable(fault: Unreadable, words: Words) -> Report:
    """Put into words why a file could not be read; the byte that is wrong has a place, a missing file has none."""
    place = fault.diagnostic.place if fault.diagnostic.code == "not-utf8" else None
    told = _problem(fault.diagnostic, words, place, (), ())
    return Report(fault.name, (told._replace(file=fault.name),), False)


def message(diagnostic: Diagnostic, words: Words) -> str:
    """Return the sentence that says what is wrong."""
    known = check(diagnostic.code)
    return words.gettext(known.words.message).format_map(_values(known, diagnostic, words))


def cure(diagnostic: Diagnostic, words: Words) -> str:
    """Return the sentence that says how to mend it."""
    known = check(diagnostic.code)
    return words.gettext(known.words.cure).format_map(_values(known, diagnostic, words))


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


_SHOWN = {"\t": "    ", "\u00a0": "␣", "\u202f": "␣", "\u2007": "␣"}


def visible(text: str) -> str:
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


def _problem(
    each: Diagnostic, words: Words, place: Span | None, lines: tuple[str, ...], related: tuple[Span, ...]
) -> Problem:
    return Problem(
        each.code,
        each.severity,
        words.gettext(check(each.code).words.title),
        message(each, words),
        cure(each, words),
        meant(each),
        tuple(dict.fromkeys(each.finding.facts)),
        place,
        lines,
        related,
    )


def _lines(lines: list[str], place: Span) -> tuple[str, ...]:
    last = place.end_line - 1 if place.end_column == 1 and place.end_line > place.line else place.end_line
    return tuple(lines[place.line - 1 : min(last, place.line + MOST_LINES - 1)])


def _values(known: Check, diagnostic: Diagnostic, words: Words) -> dict[str, str]:
    values = {}
    for name, value in diagnostic.finding.values.items():
        term = known.words.terms.get(name, {}).get(value)
        if term:  # a word of ours, however long
            values[name] = words.gettext(term)
            continue
        # What is possible is a list to choose from, and must be whole.
        longest = LONGEST if name not in ("known", "choices", "case") else len(value)
        # Cut before it is made visible: a text may have millions of signs.
        shown = visible(value.strip()[: longest + 1].replace("\n", " "))
        values[name] = shown[: longest - 1] + "…" if len(shown) > longest else shown
    return values
