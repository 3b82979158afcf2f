"""The guide's Portuguese is spelt right: by a dictionary, and by its own terms, which stand in `dictionary.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import spellchecker
from babel.messages.pofile import read_po

from generator.checks.walk import texts
from generator.words import LOCALES
from tests.catalogues import REAL, catalogue

ACCEPTED = Path(__file__).parents[1] / "dictionary.txt"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Marks, code, addresses, quoted keys and escapes are no prose.
NO_PROSE = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)s|`[^`]*`|https?://\S+|<[^>]*>|\S*[_/]\S*|--[a-z-]+")
# A message quotes keys and values of the catalogue.
QUOTED = re.compile("“[^”]*”")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@cache
def dictionary() -> spellchecker.SpellChecker:
    return spellchecker.SpellChecker(language="pt", distance=1)


@cache
def accepted() -> frozenset[str]:
    lines = ACCEPTED.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def unknown(text: str) -> list[str]:
    """The words of a text that neither the dictionary nor the guide's own list knows; single letters are none."""
    return [word for word in WORD.findall(NO_PROSE.sub(" ", text)) if len(word) > 1 and not is_known(word)]


def is_known(word: str) -> bool:
    if word in accepted() or word.lower() in accepted() or word.lower() in dictionary():
        return True
    return "-" in word and all(len(part) == 1 or is_known(part) for part in word.split("-"))


def catalogue_texts() -> Iterator[tuple[str, str]]:
    for path, text in texts(catalogue(REAL)):
        if path[-1] not in ("code", "language", "currency", "time_zone", "url") and not ID.fullmatch(text):
            yield ".".join(map(str, path)), text


def messages() -> Iterator[tuple[str, str]]:
    with (LOCALES / "pt_BR" / "messages.po").open("rb") as file:
        for message in read_po(file):
            told = (message.string,) if isinstance(message.string, str) else message.string
            for text in told if message.id and message.context not in ("address", "anchor") else ():
                yield str(message.id), QUOTED.sub(" ", text)


def test_catalogue_is_spelt_right():
    """No word of the catalogue is unknown."""
    assert {where: words for where, text in catalogue_texts() if (words := unknown(text))} == {}


def test_messages_are_spelt_right():
    """No word of the interface and of the diagnostics is unknown."""
    assert {where: words for where, text in messages() if (words := unknown(text))} == {}


def test_slips_are_found():
    """Missing accents, doubled and swapped letters are unknown words; right ones, plurals and capitals are not."""
    assert unknown("Voce nao paga a cobranca da inconsistencia; excessão, analize e concerteza.") == [
        "Voce",
        "nao",
        "cobranca",
        "inconsistencia",
        "excessão",
        "analize",
        "concerteza",
    ]
    assert unknown("Você não paga as cobranças; INCONSISTÊNCIAS, exceção e análise.") == []


def test_accepted_words_are_needed():
    """The list of own words holds none that the dictionary knows, none twice, and is in order."""
    words = [
        line
        for line in ACCEPTED.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))
    assert [word for word in words if word.lower() in dictionary()] == []
