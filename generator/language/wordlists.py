"""Words of a language that checks look for: lists in its folder, so that another language is one more list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.i18n import listed

PAUSE = re.compile(r"[,.:;()?!]")
"""What parts a sentence: words on either side of it may belong to different things."""

_SENTENCE = re.compile(r"[^.!?;]+(?:[.!?;](?!\s|$)[^.!?;]*)*")


class Lexicon(NamedTuple):
    """A list of words, as one pattern; of `!` entries, what looks like one of the words and is none."""

    words: re.Pattern[str]
    idioms: re.Pattern[str] | None
    marks: tuple[str, ...]
    """Pieces of which a text has one, in small letters, if it has one of the words: looked for before the words are."""

    def may_be_in(self, plain: str) -> bool:
        """Tell whether a text in small letters may have one of the words, at a tenth of the time of finding them."""
        for each in self.marks:  # noqa: SIM110 - `any` takes half as long again
            if each in plain:
                return True
        return False

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Give start and end of each of the words in a text."""
        spared = [each.span() for each in self.idioms.finditer(text)] if self.idioms else []
        for match in self.words.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in spared):
                yield match.span()


@cache
def lexicon(language: str, name: str) -> Lexicon | None:
    """Return the list of that name for a BCP 47 tag, or for its language; None where there is none."""
    lines = listed(language, name)
    return None if lines is None else _lexicon(lines)


def _lexicon(lines: list[str]) -> Lexicon:
    words = [line for line in lines if not line.startswith("!")]
    idioms = [line.removeprefix("!").strip() for line in lines if line.startswith("!")]
    marks = {mark(word.removesuffix("*")) for word in words}
    # Whatever has a longer mark has the shorter one within it.
    least = tuple(each for each in marks if not any(other in each for other in marks - {each}))
    return Lexicon(_pattern(words), _pattern(idioms) if idioms else None, least)


def _pattern(words: list[str]) -> re.Pattern[str]:
    pieces = [
        r"\s+".join(map(re.escape, word.removesuffix("*").split())) + (r"\w*" if word.endswith("*") else "")
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)", re.IGNORECASE)


def whole(phrase: str) -> re.Pattern[str]:
    """Return the pattern by which a phrase is found in texts: whole words, whichever spaces and capitals."""
    pieces = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"(?<!\w){pieces}(?!\w)", re.IGNORECASE)


def mark(phrase: str) -> str:
    """Return the longest word of a phrase, in small letters.

    A pattern that minds no capitals stops at every letter; to look for one word first takes a tenth of the time.
    """
    return max(small(phrase).split(), key=len)


def small(text: str) -> str:
    """Return a text in small letters: what is one letter to patterns that mind no capitals is one letter here."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each sentence of a text, or of its part up to a semicolon; a point in a number is none."""
    for match in _SENTENCE.finditer(text):
        yield match.span()
