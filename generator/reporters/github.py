"""The report for a workflow of GitHub: annotations at their lines, and the whole list in the log.

GitHub shows ten annotations of each level for a step and drops the rest without a word: so no more are given, the log
has all problems as plain text, and its last line says how many have no annotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from generator.diagnostics import Severity
from generator.i18n import Words
from generator.reporters.message import SEVERITIES, Problem, Report, visible

SHOWN = 10
"""Annotations of one level that GitHub shows for a step."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(report: Report, words: Words) -> str:
    """Return what a step has to print."""
    lines = [*_log(report, words)]
    hidden = 0
    given = dict.fromkeys(Severity, 0)
    for each in report.problems:
        given[each.severity] += 1
        if given[each.severity] <= SHOWN:
            lines.append(_command(each.file, each, words))
        else:
            hidden += 1
    if hidden:
        told = words.ngettext(
            "{count} problem has no annotation, as GitHub shows only {shown} of each level: see the list above.",
            "{count} problems have no annotation, as GitHub shows only {shown} of each level: see the list above.",
            hidden,
        )
        lines.append(told.format(count=hidden, shown=SHOWN))
    return "\n".join(lines) + "\n"


def _log(report: Report, words: Words) -> Iterator[str]:
    """All problems as plain text, in which nothing is taken for a command."""
    if not report.problems:
        yield words.gettext("{file}: no problems.").format(file=visible(report.file))
        return
    told = [line for each in report.problems for line in _plain(each.file, each, words)]
    # Commands are off until the same word comes again; made from the text, it cannot stand in it.
    token = sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()
    yield f"::stop-commands::{token}"
    yield from told
    yield f"::{token}::"


def _plain(file: str, each: Problem, words: Words) -> Iterator[str]:
    place = f":{each.place.line}:{each.place.column}" if each.place else ""
    severity = words.gettext(SEVERITIES[each.severity])
    yield f"{visible(file)}{place}: {severity}[{each.code}]: {each.message}"
    for hint in _hints(each, words):
        yield f"   {hint}"


def _hints(each: Problem, words: Words) -> Iterator[str]:
    if each.meant:
        yield words.gettext("Did you mean “{word}”?").format(word=visible(each.meant))
    yield words.gettext("How to mend it: {cure}").format(cure=each.cure)
    if each.facts:
        yield words.gettext("Facts: {ids}").format(ids=", ".join(each.facts))


def _command(file: str, each: Problem, words: Words) -> str:
    properties = {"title": f"{each.title} [{each.code}]", "file": visible(file)}
    if each.place:
        properties |= {"line": str(each.place.line), "endLine": str(each.place.end_line)}
        if each.place.line == each.place.end_line:
            # Columns across lines mean something else to GitHub than to people.
            properties |= {"col": str(each.place.column), "endColumn": str(each.place.end_column)}
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    told = _data("\n".join((each.message, *_hints(each, words))))
    return f"::{_LEVELS[each.severity]} {given}::{told}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
