"""Words as they are compared across their endings: the letters at which two forms of one word are alike."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from generator.language.normalise import fold

_LETTERS = 5
WORD = re.compile(r"\w+")

NAMING = 4
"""Letters of a word of a name, or of a text that may name something, that is no article."""


@lru_cache(10_000)
def stem(word: str) -> str:
    """Return the beginning by which a word is known in its plural, too, and in another case."""
    return fold(word)[:_LETTERS]


def stems(text: str, least: int = 1) -> Iterator[str]:
    """Give the words of a text that have so many letters, each as it is compared."""
    return (stem(word) for word in WORD.findall(text) if len(word) >= least)


def naming(text: str) -> Iterator[str]:
    """Give the words by which a text names something, its articles left out, each as it is compared."""
    return stems(text, NAMING)


def head(name: str) -> str | None:
    """Return the word by which a name is known, as it is compared: the first that is no article."""
    return next(naming(name), None)


def first_named(text: str, heads: Container[str]) -> str:
    """Return the first word of a text, as it stands there, that is the head of a name; empty where there is none."""
    return next((each for each in WORD.findall(text) if len(each) >= NAMING and stem(each) in heads), "")
