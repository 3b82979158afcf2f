"""Words as they are compared across their endings: the letters at which two forms of one word are alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.language.normalise import fold

_LETTERS = 5
_WORD = re.compile(r"\w+")


@lru_cache(10_000)
def stem(word: str) -> str:
    """Return the beginning by which a word is known in its plural, too, and in another case."""
    return fold(word)[:_LETTERS]


def stems(text: str, least: int = 1) -> Iterator[str]:
    """Give the words of a text that have so many letters, each as it is compared."""
    return (stem(word) for word in _WORD.findall(text) if len(word) >= least)
