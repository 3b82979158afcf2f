"""The report as SARIF 2.1.0, which code hosts and editors read: rules with their help, results with their places."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.diagnostics import Severity, Span
from generator.i18n import Words
from generator.linter.examples import examples
from generator.linter.runner import check
from generator.reporters.excerpt import fragment
from generator.reporters.message import Problem, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(report: Report, words: Words, language: str, exit_code: int) -> str:
    """Return the log of one run."""
    codes = sorted({each.code for each in report.problems})
    files = list(dict.fromkeys((report.file, *(each.file for each in report.problems))))
    where = {file: {"uri": _uri(file), "index": index} for index, file in enumerate(files)}
    told = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "guia",
                        "semanticVersion": __version__,
                        "language": language,
                        "rules": [_rule(code, words) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": report.readable, "exitCode": exit_code}],
                "artifacts": [{"location": {"uri": _uri(file)}} for file in files],
                "results": [
                    _result(each, codes.index(each.code), where[each.file], words) for each in report.problems
                ],
            }
        ],
    }
    return json.dumps(told, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _rule(code: str, words: Words) -> dict[str, Any]:
    known = check(code)
    title = words.gettext(known.words.title)
    told = examples(known.file)
    shown = {
        words.gettext("Wrong"): [fragment(each) for each in told["broken"]],
        words.gettext("Right"): [fragment(each) for each in told["near_miss"]],
    }
    plain = [(kind, text) for kind, texts in shown.items() for text in texts[:1] if text]
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in code.split("-")),
        "shortDescription": {"text": f"{title}."},
        "fullDescription": {"text": f"{title}."},
        "help": {
            "text": "\n\n".join((f"{title}.", *(f"{kind}:\n\n{text}" for kind, text in plain))),
            "markdown": "\n\n".join(
                (f"{title}.", *(f"**{kind}**\n\n{_fenced(text)}" for kind, text in plain))
            ),
        },
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "properties": {"tags": [known.family]},
    }


def _fenced(text: str) -> str:
    # The fence is longer than any run of the same sign within it.
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}yaml\n{text}\n{fence}"


def _result(each: Problem, index: int, where: dict[str, Any], words: Words) -> dict[str, Any]:
    hints = [each.message]
    if each.meant:
        hints.append(words.gettext("Did you mean “{word}”?").format(word=each.meant))
    hints.append(words.gettext("How to mend it: {cure}").format(cure=each.cure))
    result: dict[str, Any] = {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": _LEVELS[each.severity],
        "message": {"text": _message(" ".join(hints))},
        "locations": [_location(where, each.place, each.quotable)],
        "properties": {"facts": list(each.facts), "cure": each.cure, "suggestion": each.meant or None},
    }
    if each.related:
        result["relatedLocations"] = [
            {"id": number, **_location(where, place, ())} for number, place in enumerate(each.related, 1)
        ]
    return result


def _location(where: dict[str, Any], place: Span | None, lines: tuple[str, ...]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": where}
    if place is not None:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
        if lines:
            physical["contextRegion"] = {
                "startLine": place.line,
                "endLine": place.line + len(lines) - 1,
                "snippet": {"text": "\n".join(lines)},
            }
    return {"physicalLocation": physical}


def _message(text: str) -> str:
    """Keep braces from being read as places to fill, and brackets from being read as a link."""
    if "](" in text:
        text = re.sub(r"([\\\[\]])", r"\\\1", text)
    return text.replace("{", "{{").replace("}", "}}")


def _uri(file: str) -> str:
    """Return a file's name as a URI: a relative one stays so, whatever signs are in it."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), safe="/")
