"""The words of a language, from a dictionary that comes as a package and is searched as it lies in its file.

To take it in as a set, as that package does, costs as much as all the rest of a check; its lines are in order, so that
a word is found in some twenty looks.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase

from generator.i18n import listed
from generator.language.normalise import fold

_PACKAGE = "spellchecker"
_GZIP = 31
"""What zlib calls the form of such a file."""

LONGEST = 40
"""Letters of a word for which what was meant is looked for: the time grows with the third power of its length."""

_AHEAD = 1 << 13
"""Bytes within which the next of a catalogue's words most likely stands."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The words of one language. All questions are about words in small letters."""

    lines: bytes
    """One word a line, `"word": how often it was met,` in the order of its bytes; each line end stands before it."""
    more: frozenset[str]
    """Words that it lacks, from a list of ours."""
    spellings: tuple[tuple[str, str], ...]
    """Pieces of words as they are written here, and how the dictionary writes them."""
    letters: str = ascii_lowercase
    """Those that a slip may have put or taken; what has none of them is a word of another alphabet."""
    _found: dict[str, int] = field(default_factory=dict)

    def frequency(self, word: str) -> int:
        """Return how often the dictionary's makers met a word; 0 where it is none."""
        if word not in self._found:
            self._found[word] = self._look_up(word)
        return self._found[word]

    def knows(self, word: str) -> bool:
        """Tell whether a word is right, as far as this dictionary can say: of another alphabet, it can say nothing."""
        return bool(self.frequency(word)) or not any(letter in word for letter in self.letters)

    def near(self, word: str, used: Iterable[str] = ()) -> str:
        """Return the word that was most likely meant: one letter away, or two accents; empty where there is none.

        Accents are forgotten more often than letters are missed; then the words go first that are ``used`` elsewhere.
        """
        if len(word) > LONGEST:
            return ""
        used = frozenset(used)

        def rank(other: str) -> tuple[bool, int]:
            return other in used, self.frequency(other)

        for others in (_accents(word, self.letters), _slips(word, self.letters)):
            known = [other for other in others if other in used or self.frequency(other)]
            if known:
                return max(known, key=rank)
        return ""

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of many words that are none. In order, most stand a few lines behind the one before."""
        at, strange = 0, []
        for word in sorted(words, key=str.encode):
            line = b'\n"%s":' % word.encode()
            found = self.lines.find(line, at, at + _AHEAD)
            if found >= 0:
                at = found
            elif not self.knows(word):
                strange.append(word)
        return frozenset(strange)

    def _look_up(self, word: str) -> int:
        if word in self.more:
            return 1
        if times := self._stands(word.encode()):
            return times
        for here, there in self.spellings:
            if here in word and (times := self._stands(word.replace(here, there).encode())):
                return times
        return 0

    def _stands(self, word: bytes) -> int:
        lines = self.lines
        low, high = 0, len(lines)
        while low < high:
            # The line that the middle is in: from its line end, which stands before it, to that of the next.
            middle = (low + high) // 2
            start = lines.rfind(b"\n", low, middle + 1)
            stop = lines.find(b"\n", middle + 1, high)
            stop = high if stop < 0 else stop
            last = lines.find(b'"', start + 2, stop)
            seen = lines[start + 2 : last]
            if seen == word:
                return int(lines[last + 2 : stop].strip(b" ,\r"))
            if seen < word:
                low = stop
            else:
                high = start
        return 0


@cache
def dictionary(language: str) -> Dictionary | None:
    """Return the dictionary for a BCP 47 tag; None for a language that has no list of spellings in its folder.

    Without that list, whatever a dictionary lacks would be told to every writer. Where the package has no dictionary of
    the language, the list is all of it.
    """
    lines = listed(language, "spelling")
    if lines is None:
        return None
    base, _, _ = language.partition("-")
    spellings = [line.split(" > ") for line in lines if " > " in line]
    return Dictionary(
        _read(base),
        frozenset(line for line in lines if " > " not in line),
        tuple((here, there) for here, there in spellings),
        "".join(listed(language, "letters") or ascii_lowercase),
    )


def _read(language: str) -> bytes:
    # The package itself is not imported: what it does at its start takes ten times as long as this file.
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"no package {_PACKAGE!r}", name=_PACKAGE)
    file = Path(spec.submodule_search_locations[0], "resources", f"{language}.json.gz")
    if not file.is_file():
        return b""
    packed = file.read_bytes()
    # Such a file ends with its length when unpacked; to make room for all of it at once takes half the time.
    lines = zlib.decompress(packed, _GZIP, int.from_bytes(packed[-4:], "little"))
    return lines[lines.find(b"\n") : lines.rfind(b"\n}")]


def _accents(word: str, letters: str) -> Iterator[str]:
    """Give a word with one or two of its accents put, taken or changed."""
    places = [
        (at, [other for other in letters if other != letter and fold(other) == fold(letter)])
        for at, letter in enumerate(word)
    ]
    for number, (at, others) in enumerate(places):
        for other in others:
            once = f"{word[:at]}{other}{word[at + 1 :]}"
            yield once
            for later, more in places[number + 1 :]:
                yield from (f"{once[:later]}{another}{once[later + 1 :]}" for another in more)


def _slips(word: str, letters: str) -> Iterator[str]:
    """Give a word with one letter too few, too many, another, or at its neighbour's place."""
    for at in range(len(word) + 1):
        before, rest = word[:at], word[at:]
        yield from (before + letter + rest for letter in letters)
        if rest:
            yield before + rest[1:]
            yield from (before + letter + rest[1:] for letter in letters)
        if len(rest) > 1:
            yield before + rest[1] + rest[0] + rest[2:]
