"""When two spellings are one name for a reader: capitals, accents and the making of letters do not count."""

from __future__ import annotations

import re
from unicodedata import normalize

_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f]")
_FOREIGN = re.compile("[^\\x00-\\x7f]")


def fold(text: str) -> str:
    """Return a text without capitals and accents, letter for letter, so that positions stay."""
    text = text.lower()
    if text.isascii():
        return text
    return _FOREIGN.sub(_bare, _SPACE.sub(" ", text))


def _bare(letter: re.Match[str]) -> str:
    return _BARE[letter[0]]


class _Bare(dict[str, str]):
    """Letters without their accents; a language has a few dozen that have one."""

    def __missing__(self, letter: str) -> str:
        self[letter] = normalize("NFD", letter)[0]
        return self[letter]


_BARE = _Bare()
