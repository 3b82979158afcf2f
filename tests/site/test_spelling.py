"""The Portuguese of the interface and of the diagnostics is spelt right; `guia check` itself judges the catalogue's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from generator.analysis.spelling import parts_of, words_of
from generator.i18n import LOCALES
from generator.language.dictionary import Dictionary, dictionary

ACCEPTED = Path(__file__).parents[1] / "dictionary.txt"
# Besides what is no prose in a catalogue: holes, paths and options.
NO_PROSE = re.compile(r"%\([a-z_]+\)s|\S*/\S*|--[a-z-]+")
# A message quotes keys and values of the catalogue.
QUOTED = re.compile("“[^”]*”")


@cache
def portuguese() -> Dictionary:
    known = dictionary("pt-BR")
    assert known is not None
    return known


@cache
def accepted() -> tuple[str, ...]:
    lines = ACCEPTED.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def unknown(text: str) -> list[str]:
    """The words of a text that neither the dictionary nor the list beside the tests knows."""
    return [word for word in words_in(text) if not (is_known(word) or all(map(is_known, parts_of(word))))]


def words_in(text: str) -> Sequence[str]:
    return words_of(NO_PROSE.sub(" ", text))


def is_known(word: str) -> bool:
    return word in accepted() or word.lower() in accepted() or portuguese().frequency(word.lower()) > 0


def messages() -> Iterator[tuple[str, str]]:
    with (LOCALES / "pt_BR" / "messages.po").open("rb") as file:
        for message in read_po(file):
            told = (message.string,) if isinstance(message.string, str) else message.string
            for text in told if message.id and message.context not in ("address", "anchor") else ():
                yield str(message.id), QUOTED.sub(" ", text)


def test_messages_are_spelt_right():
    """No word of the interface and of the diagnostics is unknown."""
    assert {where: words for where, text in messages() if (words := unknown(text))} == {}


def test_accepted_words_are_needed():
    """The list of accepted words holds none that is known or that no message has, none twice, and is in order."""
    assert list(accepted()) == sorted(set(accepted()), key=lambda word: (word.lower(), word))
    assert [word for word in accepted() if portuguese().frequency(word.lower())] == []
    said = {part for _, text in messages() for word in words_in(text) for part in (word, *parts_of(word))}
    said |= {word.lower() for word in said}
    assert [word for word in accepted() if word not in said] == []
