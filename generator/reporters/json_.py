"""The report for programs: one JSON document for each run, in letters that every encoding has.

A document looks like this, and every key is always there::

    {
      "version": 1,                 of this form; a new key does not change it, a changed meaning does
      "tool": {"name": "guia", "version": "0.1.0"},
      "language": "pt-BR",          of the messages
      "file": "modalities.yaml",
      "readable": true,             false where the file could not be read: then its one problem says why
      "counts": {"error": 1, "warning": 0, "hint": 0},
      "problems": [                 in the order of their places
        {
          "file": "modalities.yaml", where it was found: a page or the settings may have problems, too
          "code": "unknown-key",    stable; `guia explain CODE` tells more
          "severity": "error",      error, warning or hint
          "title": "…",             the kind of problem in a few words
          "message": "…",           what is wrong here
          "cure": "…",              how to mend it
          "suggestion": "how",      what was most likely meant, or null
          "facts": ["lamps"],       ids of the facts concerned
          "place": {"line": 30, "column": 19, "end_line": 30, "end_column": 23},
                                    from 1, in characters, the end exclusive; null where no text could be read
          "lines": [{"number": 30, "text": "  - {id: counter, …"}],
                                    the lines of the place as they are written; of a long stretch the first ones,
                                    of a line of thousands of characters none
          "related": [{"line": 56, "column": 14, "end_line": 56, "end_column": 18}]
        }
      ]
    }
"""

from __future__ import annotations

import json
from typing import Any

from generator import __version__
from generator.diagnostics import Severity, Span
from generator.reporters.message import Problem, Report

VERSION = 1


def render(report: Report, language: str) -> str:
    """Return the document of a report."""
    told = {
        "version": VERSION,
        "tool": {"name": "guia", "version": __version__},
        "language": language,
        "file": report.file,
        "readable": report.readable,
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "problems": [_problem(each) for each in report.problems],
    }
    # Only ASCII: half an emoji, or an output of few letters, leaves the document whole.
    return json.dumps(told, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _problem(each: Problem) -> dict[str, Any]:
    first = each.place.line if each.place else 1
    return {
        "file": each.file,
        "code": each.code,
        "severity": each.severity.value,
        "title": each.title,
        "message": each.message,
        "cure": each.cure,
        "suggestion": each.meant or None,
        "facts": list(each.facts),
        "place": _place(each.place) if each.place else None,
        "lines": [{"number": number, "text": text} for number, text in enumerate(each.quotable, first)],
        "related": [_place(place) for place in each.related],
    }


def _place(place: Span) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
