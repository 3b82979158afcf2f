"""Words that mean something for figures, price and order, by the list of their language: none is known here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.language.wordlists import listed, mark, small
from generator.wording.number_input import BadNumber, read_decimal

NUMBER = r"\d+(?:[.,]\d+)*"
_CLOCK = r"\d{1,2}:\d{2}"
_SIGN = r"[A-Z]{0,3}[$€£¥]|[A-Z]{3}(?=\s?\d)|(?<=\d )[A-Z]{3}\b"

_SHORTEST = 3
"""Letters of a word that is looked for by itself; a shorter one, such as `h`, stands beside a number."""


class Token(NamedTuple):
    """A word that means something: where it stands, and what it means; of a number, which."""

    start: int
    end: int
    meaning: str
    number: Decimal | None = None


class Reader:
    """Reads texts of one language."""

    def __init__(self, language: str, lines: Sequence[str]) -> None:
        self.locale = language.replace("-", "_")
        told = dict(each.split(" > ") for each in lines)
        self.exact = {small(word): meaning for word, meaning in told.items() if not word.endswith("*")}
        self.begins = {
            small(word.removesuffix("*")): meaning for word, meaning in told.items() if word.endswith("*")
        }
        words = "|".join(
            r"\s+".join(map(re.escape, word.removesuffix("*").split()))
            + (r"[^\W\d]*" if word.endswith("*") else r"(?![^\W\d])")
            for word in sorted(told, key=len, reverse=True)
        )
        # A unit may follow its number at once: 8h.
        self.pattern = re.compile(
            rf"(?P<clock>(?<!\w){_CLOCK}(?!\w))|(?P<number>(?<!\w){NUMBER})|(?P<share>%)"
            rf"|(?<![^\W\d])(?:(?P<sign>{_SIGN})|(?P<word>(?i:{words})))"
        )

    def marks(self, *meanings: str) -> tuple[str, ...]:
        """Give a piece, in small letters, of each word of these meanings: a text without any has none of the words."""
        words = {**self.exact, **self.begins}
        found = {
            mark(word)
            for word, meaning in words.items()
            if ("number" if meaning.isdigit() else meaning) in meanings and len(word) >= _SHORTEST
        }
        return tuple(each for each in found if not any(other in each for other in found - {each}))

    def tokens(self, text: str) -> Iterator[Token]:
        """Give the words of a text that mean something, in their order."""
        for found in self.pattern.finditer(text):
            if found["word"]:
                meaning = self._meaning(" ".join(small(found[0]).split()))
                if meaning.isdigit():
                    yield Token(*found.span(), "number", Decimal(meaning))
                elif meaning != "-":
                    yield Token(*found.span(), meaning)
            elif found["number"]:
                if (number := self._number(found[0])) is not None:
                    yield Token(*found.span(), "number", number)
            elif found["clock"]:
                hours, minutes = found[0].split(":")
                yield Token(*found.span(), "clock", Decimal(hours) * 60 + Decimal(minutes))
            else:
                yield Token(*found.span(), "percent" if found["share"] else "sign")

    def _meaning(self, word: str) -> str:
        if word in self.exact:
            return self.exact[word]
        return next(meaning for start, meaning in self.begins.items() if word.startswith(start))

    def _number(self, text: str) -> Decimal | None:
        try:
            return read_decimal(text, self.locale)
        except BadNumber:
            return None


@cache
def reader(language: str) -> Reader | None:
    """Return the reader of a language; None where nobody has written its list."""
    lines = listed(language, "prose")
    return None if lines is None else Reader(language, lines)
