"""Words that mean something for figures, price and order, by the list of their language: none is known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from babel.numbers import list_currencies

from generator.i18n import listed
from generator.language.wordlists import small
from generator.wording.number_input import BadNumber, read_decimal

NUMBER = r"\d+(?:[.,]\d+)*"
_CLOCK = r"\d{1,2}:\d{2}"
_SIGN = r"[A-Z]{0,3}[$€£¥]|[A-Z]{3}(?=\s?\d)|(?<=\d )[A-Z]{3}\b"

_SHORTEST = 3
"""Letters of a word that is looked for by itself; a shorter one, such as `h`, stands beside a number."""

_MOST = 20_000
"""Sentences that are remembered: those of a large catalogue that speak of figures, price or order."""

_PIECE = re.compile(
    rf"(?P<clock>(?<!\w){_CLOCK}(?!\w))|(?P<number>(?<!\w){NUMBER})|(?P<share>%)"
    # A unit may follow its number at once: 8h.
    rf"|(?<![^\W\d])(?:(?P<sign>{_SIGN})|(?P<word>[^\W\d]+(?:-[^\W\d]+)*))"
)


class _Saying(NamedTuple):
    """A word, or several, of a list: whether any ending may follow, and what it means."""

    words: tuple[str, ...]
    open: bool
    meaning: str


class Token(NamedTuple):
    """A word that means something: where it stands, and what it means; of a number, which."""

    start: int
    end: int
    meaning: str
    number: Decimal | None = None


class Meanings:
    """Reads texts of one language."""

    def __init__(self, language: str, lines: Sequence[str]) -> None:
        self.locale = language.replace("-", "_")
        self.sayings = [_saying(line) for line in lines]
        self._starting = _Starting(self.sayings)
        self._marks: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._numbers: dict[str, Decimal | None] = {}
        self.tokens: Callable[[str], tuple[Token, ...]] = lru_cache(_MOST)(
            lambda text: tuple(self._tokens(text))
        )
        """Gives the words of a sentence that mean something, in their order; several rules ask for the same."""

    def marks(self, *meanings: str) -> tuple[str, ...]:
        """Give a piece, in small letters, of each word of these meanings: a text without any has none of the words."""
        if meanings not in self._marks:
            found = {
                max(reversed(each.words), key=len)
                for each in self.sayings
                if ("number" if each.meaning.isdigit() else each.meaning) in meanings
            }
            found = {each for each in found if len(each) >= _SHORTEST}
            # Whatever has a longer mark has the shorter one within it.
            self._marks[meanings] = tuple(
                each for each in found if not any(other in each for other in found - {each})
            )
        return self._marks[meanings]

    def _tokens(self, text: str) -> Iterator[Token]:
        pieces = list(_PIECE.finditer(text))
        past = 0
        for index, found in enumerate(pieces):
            kind = found.lastgroup
            if kind == "word":
                if (
                    self._starting[found[0]]
                    and index >= past
                    and (saying := self._saying_at(text, pieces, index))
                ):
                    past = index + len(saying.words)
                    span = found.start(), pieces[past - 1].end()
                    if saying.meaning.isdigit():
                        yield Token(*span, "number", Decimal(saying.meaning))
                    elif saying.meaning != "-":
                        yield Token(*span, saying.meaning)
            elif kind == "number":
                if (number := self._number(found[0])) is not None:
                    yield Token(*found.span(), "number", number)
            elif kind == "clock":
                hours, minutes = found[0].split(":")
                yield Token(*found.span(), "clock", Decimal(hours) * 60 + Decimal(minutes))
            elif kind == "share":
                yield Token(*found.span(), "percent")
            elif not found[0].isalpha() or found[0] in _currencies():
                yield Token(*found.span(), "sign")

    def _saying_at(self, text: str, pieces: Sequence[re.Match[str]], index: int) -> _Saying | None:
        """Return the longest saying that starts with a word of a text."""
        for each in self._starting[pieces[index][0]]:
            there = pieces[index : index + len(each.words)]
            said = tuple(small(piece[0]) for piece in there[1:])
            if said == each.words[1:] and not any(
                text[one.end() : other.start()].strip() for one, other in pairwise(there)
            ):
                return each
        return None

    def _number(self, text: str) -> Decimal | None:
        if text not in self._numbers:
            try:
                self._numbers[text] = read_decimal(text, self.locale)
            except BadNumber:
                self._numbers[text] = None
        return self._numbers[text]


class _Starting(dict[str, tuple[_Saying, ...]]):
    """The sayings that start with a word as it is written, the longest first: few words start any."""

    def __init__(self, sayings: Sequence[_Saying]) -> None:
        super().__init__()
        self._all = sayings

    def __missing__(self, written: str) -> tuple[_Saying, ...]:
        word = small(written)
        found = [
            each
            for each in self._all
            if word == each.words[0] or (each.open and word.startswith(each.words[0]))
        ]
        found.sort(key=lambda each: (-len(each.words), each.open))
        self[written] = tuple(found)
        return self[written]


def _saying(line: str) -> _Saying:
    words, meaning = line.split(" > ")
    return _Saying(tuple(small(words.removesuffix("*")).split()), words.endswith("*"), meaning)


@cache
def _currencies() -> frozenset[str]:
    """Return the codes of currencies: of three capitals, few are one."""
    return frozenset(list_currencies())


@cache
def reader(language: str) -> Meanings | None:
    """Return the reader of a language; None where nobody has written its list."""
    lines = listed(language, "prose")
    return None if lines is None else Meanings(language, lines)
