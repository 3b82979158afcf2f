"""A letter of another alphabet that looks like one of ours makes a word that no search finds, and may be a trap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_with
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

# Cyrillic and Greek letters that nobody can tell from Latin ones by sight.
_ALIKE = "АВЕЅІЈКМНОРСТУХавеѕіјорсухһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_ANY = re.compile(f"[{_ALIKE}]")
_WORD = re.compile(rf"\w*[{_ALIKE}]\w*")
_LATIN = re.compile("[A-Za-z\\u00c0-\\u024f]")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for text, paths in texts_with(catalogue, _ANY.search):
        for word in _WORD.findall(text):
            # A word of look-alikes alone is none of theirs either, where the text is in our letters.
            if _LATIN.search(word) or (all(letter in _ALIKE for letter in word) and _LATIN.search(text)):
                letter = next(each for each in word if each in _ALIKE)
                values = {"seen": letter, "code": f"U+{ord(letter):04X}", "word": word}
                yield from (Finding(path, values, excerpt=word) for path in paths)
                break
