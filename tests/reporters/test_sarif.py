"""The report as SARIF: valid against the schema of version 2.1.0, whatever was found (B43)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.i18n import words
from generator.linter.examples import examples
from generator.linter.runner import check, codes
from generator.reporters.message import Report, report_of, report_of_unreadable
from generator.reporters.sarif import render
from generator.source.reader import Unreadable
from tests.reporters.samples import STRANGE, examined_or_not, line, many, missing, not_text, of_text, report

CONTACT, WEAR = line("contact: counter"), line("{id: wear,")

SCHEMA = (
    Path(__file__).parents[2]
    / "node_modules"
    / "@microsoft"
    / "jest-sarif"
    / "lib"
    / "schemas"
    / "sarif-2.1.0-rtm.5.json"
)


@cache
def validator() -> Draft4Validator:
    assert SCHEMA.is_file(), (
        "the schema of SARIF is not installed: run `make install-dev`, which asks npm for it"
    )
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def log(found: Report, language: str = "en") -> dict[str, Any]:
    """The log of a report, once it has proven valid."""
    told = json.loads(render(found, words(language), language, 1))
    assert [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(told)] == []
    run: dict[str, Any] = told["runs"][0]
    return run


def test_result():
    """A problem is a result with its rule, its level, its place from 1 and its line."""
    run = log(report(("contact: counter", "contact: conter")))
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "unknown-reference"
    assert result["level"] == rule["defaultConfiguration"]["level"] == "error"
    assert "Did you mean “counter”?" in result["message"]["text"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "modalities.yaml"
    assert place["region"] == {"startLine": CONTACT, "startColumn": 14, "endLine": CONTACT, "endColumn": 20}
    assert place["contextRegion"]["snippet"]["text"] == "    contact: conter"


def test_rule():
    """A rule has its name and its help, with a wrong and a right example."""
    (rule,) = log(report(("contact: counter", "contact: conter")), "pt-BR")["tool"]["driver"]["rules"]
    assert rule["name"] == "UnknownReference"
    assert rule["shortDescription"]["text"] == "Id que não leva a nada."
    assert "**Errado**\n\n```yaml\nmodalities:" in rule["help"]["markdown"]
    assert "**Certo**" in rule["help"]["markdown"]


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "- a list\n", "guide: [", "\t"])
def test_hardly_a_catalogue(text: str):
    """An empty catalogue, or one that breaks off at once, gives a valid log with a place."""
    run = log(of_text(text))
    assert run["results"]
    for result in run["results"]:
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
        assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] >= 1


def test_missing_file():
    """A missing file gives a valid log, in which the run has failed and no line is named."""
    run = log(missing())
    assert run["invocations"][0]["executionSuccessful"] is False
    (result,) = run["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_bytes_that_are_no_text():
    """A wrong byte has its place, though there is no line to quote."""
    place = log(not_text())["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 2
    assert "contextRegion" not in place


def test_nothing_found():
    """Without problems the log has no results and no rules, and is valid."""
    run = log(report())
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_address_of_a_strange_name():
    """The name of a file becomes a relative address, whatever signs are in it."""
    run = log(report(("contact: counter", "contact: conter"), name=STRANGE))
    assert run["artifacts"][0]["location"]["uri"] == "a%2Cb%3A100%25/%C3%A7%20d.yaml"


def test_related_places():
    """The other place concerned is named too."""
    run = log(report(("{id: fault, when: {outcome: faulty}, then", "{id: fault, then")))
    result = next(each for each in run["results"] if each["ruleId"] == "price-overlap")
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == WEAR


def test_braces_and_links_are_text():
    """Braces in a message are no places to fill, and brackets no links."""
    run = log(of_text('guide: {"{0} [a](b)": 1}\n'))
    text = next(each["message"]["text"] for each in run["results"] if each["ruleId"] == "unknown-key")
    assert r"{{0}} \[a\](b)" in text


def test_many():
    """Forty problems are forty results of one rule."""
    run = log(many(40))
    assert len(run["results"]) == 40
    assert len(run["tool"]["driver"]["rules"]) == 1


@pytest.mark.parametrize("code", codes())
def test_every_fault_is_valid(code: str):
    """Every example of every check gives a valid log, in each language."""
    for example in examples(check(code).file)["broken"]:
        if example.data is None or len(example.data) > 100_000:
            continue
        found = examined_or_not(example.data)
        for language in ("en", "pt-BR"):
            if isinstance(found, Unreadable):
                told = report_of_unreadable(found, words(language))
            else:
                told = report_of(found, words(language))
            assert log(told, language)["results"], language
