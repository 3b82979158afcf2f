"""The generator serves any organisation: nothing that a catalogue names is named in code, template, script or style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.root import Catalogue
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

PROJECT = Path(__file__).resolve().parents[2]
CODE = (".py", ".jinja", ".html", ".js", ".css")
WORDS = ("component.yaml", "messages.yaml")

ENGINE_WORDS = {
    "a": "HTML's element for a link; a value of a dimension of the second guide",
    "Case by case": "how a changed price is told; a price of the second guide",
    "Faults": "what checks look for; the second guide also groups what it covers so",
    "Hours": "the unit in which time is counted; a dimension of the second guide",
    "Neither": "the start of an English message; an answer in the second guide",
    "No charge": "in an English sentence on when a charge starts; a price of the second guide",
    "Payment": "a kind of what comes first; the name of one in the second guide",
    "Severity": "how grave a diagnostic is; a dimension of the second guide",
    "after": "the key under which a difference tells what stands now; a value of a dimension of the second guide",
    "agreement": "a kind of page, for what is agreed to; a precondition of the second guide",
    "b": "HTML's element for bold; a value of a dimension of the second guide",
    "change": "the browser's event; an answer in the second guide",
    "date": "the key of the guide's own day; a precondition of the second guide",
    "other": "a word for a message's placeholder; an outcome of the second guide",
    "payment": "a kind of precondition, declared by the model; a precondition of the second guide",
    "role": "HTML's attribute; a question of the second guide's finder",
    "severity": "the key under which a diagnostic tells how grave it is; a dimension of the second guide",
    "question": "a word for a message's placeholder, and a component; an answer in the second guide",
}
"""Names of a catalogue that are also words of the engine, each with what they mean there."""


def files() -> list[Path]:
    found = (PROJECT / "generator").rglob("*")
    return sorted(file for file in found if file.suffix in CODE or file.name in WORDS)


def names(guide: Catalogue) -> Iterator[str]:
    """Give every id and every name by which a catalogue calls its things."""
    entries: list[Any] = [
        *guide.modalities,
        *guide.guide.groups,
        *guide.requesters,
        *guide.requester_groups,
        *guide.outcomes,
        *guide.dimensions,
        *(value for dimension in guide.dimensions for value in dimension.values),
        *guide.scopes,
        *guide.scope.values(),
        *guide.preconditions,
        *guide.parties,
        *guide.contacts,
        *guide.pricing_rules,
    ]
    for entry in entries:
        yield entry.id
        yield entry.name
    for term in guide.glossary:
        yield from filter(None, (term.id, term.term, *term.plural, *term.also))
    for modality in guide.modalities:
        yield from (earlier.name for earlier in modality.earlier_names)
    for question in guide.finder.questions:
        yield from (question.id, question.text)
        for answer in question.answers:
            yield from (answer.id, answer.text)
    yield from (guide.guide.currency, guide.guide.organisation, guide.guide.title)
    yield from (source.title for source in guide.sources)


def mentions(text: str, wanted: Iterable[str]) -> set[str]:
    """Find the names that stand in a text as whole words.

    A name of several words, or with an accent, is looked for in any case; an article before it does not hide it.
    A single word with a capital, and an id with a hyphen, are looked for as they are. A single small word may be
    any word of the language, so that it counts only as a literal: alone between quotes.
    """
    found = set()
    small = text.casefold()
    for name in wanted:
        words = bare(name)
        # Most names stand nowhere: a pattern for each would take ten times as long to find that.
        if words.casefold() in small and pattern(words).search(text):
            found.add(words)
    return found


@cache
def bare(name: str) -> str:
    return re.sub(r"^(?:o|a|os|as|the|your|seu|sua) ", "", name)


@cache
def pattern(words: str) -> re.Pattern[str]:
    plain_word = words.islower() and words.isascii() and words.isalnum()
    edges = (r"(?<=[\"'])", r"(?=[\"'])") if plain_word else (r"(?<![\w-])", r"(?![\w-])")
    any_case = " " in words or not words.isascii()
    return re.compile(edges[0] + re.escape(words) + edges[1], re.IGNORECASE if any_case else 0)


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_no_name_of_a_catalogue_is_in_the_code(path: Path) -> None:
    """Another organisation's guide needs another catalogue and nothing else: the code knows no name of either."""
    wanted = set(names(catalogue(path)))
    named = {
        (file.relative_to(PROJECT).as_posix(), name)
        for file in files()
        for name in mentions(file.read_text(encoding="utf-8"), wanted)
        if name not in ENGINE_WORDS
    }
    assert named == set()


def test_each_allowed_word_is_needed() -> None:
    """A word leaves the list of exceptions when neither catalogue has it as a name, or no code has it as a word."""
    wanted = {name for path in (PORTUGUESE, HARBOUR) for name in names(catalogue(path))}
    used = {name for file in files() for name in mentions(file.read_text(encoding="utf-8"), wanted)}
    assert set(ENGINE_WORDS) - used == set()
    assert all(ENGINE_WORDS.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("if modality.id == 'suporte-padrao':", {"suporte-padrao"}),
        ("<p>suporte padrão</p>", {"Suporte Padrão"}),
        (".state--inconsistencia-nova { color: red }", set()),
        ("[data-outcome='inconsistencia-nova'] { color: red }", {"inconsistencia-nova"}),
        ("const currency = 'BRL'", {"BRL"}),
        ("# the Termo comes first", {"Termo"}),
        ("termo = o_Termo", set()),
        ("if precondition == 'termo':", {"termo"}),
        (
            "# a unidade ou franquia responsável pays",
            {"Unidade ou Franquia responsável", "Unidade ou Franquia"},
        ),
    ],
)
def test_the_search_finds_what_is_planted(text: str, found: set[str]) -> None:
    """The search can fail: a name that is planted is found, and a part of a longer word is none."""
    assert mentions(text, names(catalogue(PORTUGUESE))) == found


def test_there_is_code_to_search() -> None:
    """The search looks at Python, templates and styles; an empty list of files would prove nothing."""
    assert {".py", ".jinja", ".css", ".js"} <= {file.suffix for file in files()}
