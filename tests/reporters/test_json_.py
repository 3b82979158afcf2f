"""The report for programs: always a whole document, whatever was found and wherever it goes."""

import json
from typing import Any

from generator import __version__
from generator.i18n import words
from generator.linter.examples import examples
from generator.linter.runner import check, examine
from generator.reporters.json_ import render
from generator.reporters.message import report_of
from generator.source.reader import decode
from tests.reporters.samples import STRANGE, line, missing, of_text, report

COUNTER, WEAR = line("{id: counter"), line("{id: wear,")


def document(*changes: tuple[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(render(report(*changes), "en"))
    return told


def test_picture():
    """All that is known of a problem stands in the document, under the documented keys."""
    told = document(("{id: counter, name", "{id: counter, hows: lost, name"))
    assert told == {
        "version": 1,
        "tool": {"name": "guia", "version": __version__},
        "language": "en",
        "file": "modalities.yaml",
        "readable": True,
        "counts": {"error": 1, "warning": 0, "hint": 0},
        "problems": [
            {
                "file": "modalities.yaml",
                "code": "unknown-key",
                "severity": "error",
                "title": "Unknown key",
                "message": "“hows” is not a key that can stand here.",
                "cure": told["problems"][0]["cure"],
                "suggestion": "how",
                "facts": [],
                "place": {"line": COUNTER, "column": 19, "end_line": COUNTER, "end_column": 23},
                "lines": [{"number": COUNTER, "text": told["problems"][0]["lines"][0]["text"]}],
                "related": [],
            }
        ],
    }
    assert "how, requires, facts" in told["problems"][0]["cure"]
    assert told["problems"][0]["lines"][0]["text"].startswith("  - {id: counter, hows: lost")


def test_related_places_and_facts():
    """The other row, and the facts concerned, are named too."""
    found = document(("{id: fault, when: {outcome: faulty}, then", "{id: fault, then"))["problems"]
    problem = next(each for each in found if each["code"] == "price-overlap")
    assert problem["facts"] == ["fee"]
    assert problem["related"] == [{"line": WEAR, "column": 14, "end_line": WEAR, "end_column": 18}]


def test_nothing_found():
    """Without problems the document is as whole as ever."""
    assert document()["problems"] == []
    assert document()["readable"] is True


def test_file_that_cannot_be_read():
    """A missing file gives a document that says so; where there is no text, there is no place in it."""
    told = json.loads(render(missing(), "en"))
    assert told["readable"] is False
    assert [(each["code"], each["place"], each["lines"]) for each in told["problems"]] == [
        ("unreadable-file", None, [])
    ]


def test_only_ascii():
    """Half an emoji, control characters and other alphabets leave the document readable in every encoding."""
    told = render(of_text('guide: {title: "\\ud83d", \u202ex: →}\n', STRANGE), "en")
    assert told.isascii()
    assert json.loads(told)["file"] == STRANGE


def test_long_stretch_is_quoted_in_part():
    """Of a stretch of many lines the first ones are quoted."""
    text = "guide: !wrong |\n" + "  line\n" * 50
    (first, *_) = json.loads(render(of_text(text), "en"))["problems"]
    assert 1 <= len(first["lines"]) <= 5


def test_each_fact_is_named_once():
    """What two statements rest on together is one fact to read, not two."""
    (broken, *_) = examples(check("charge-starts-too-early").file)["broken"]
    assert broken.data is not None
    examined = examine(decode(broken.data, "modalities.yaml"))
    (found,) = examined.diagnostics
    assert found.finding.facts.count("offer") == 2
    (told,) = json.loads(render(report_of(examined, words("en")), "en"))["problems"]
    assert told["facts"] == ["offer"]
