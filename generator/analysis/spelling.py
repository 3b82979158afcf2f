"""The words of a catalogue that nobody knows: neither the dictionary of its language, nor its own terms and list."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from generator.analysis.names import terms
from generator.analysis.traversal import ids, once, pieces_of, texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language import code_spans
from generator.language.dictionary import Dictionary, dictionary
from generator.language.hidden_characters import HIDDEN
from generator.language.normalise import fold

_NO_PROSE = ("code", "icon", "url", "language", "currency")
"""Keys of texts that are no words of any language."""

_FOREIGN = 0.5
"""More unknown words than this share are no slips: without any accent it is an eighth, in English nine tenths."""

_NO_SENTENCE = ("words", "searched_as")
"""Lists of words that are right as they are: those that a writer accepts, and those that readers may type."""

# Where links lead, tags and placeholders: what stands between their marks is no prose, as code is none.
_LITERAL = re.compile(r"\]\([^)\]]*\)|<[^<>]*>|\{[^{}]*\}")
_ADDRESS = re.compile(r"[@_]|://|\w\.\w|&\w+;")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NUMBER = re.compile(r"\d")
_LONGEST_SIGN = 5
"""Letters of what is a sign, not a word, if all of them are capitals."""

_PIECE = re.compile(r"\S+")
_JOINT = re.compile("[-'’]")


class Vocabulary(NamedTuple):
    """What is to be said of the words of a catalogue."""

    misspelt: Mapping[str, Sequence[Path]]
    """Words that nothing knows, with the texts that have them."""
    absent: Sequence[int]
    """Positions of the accepted words that no text has."""
    superfluous: Sequence[int]
    """Positions of the accepted words that are known without being accepted."""
    near: Callable[[str], str]
    """Gives the word that was most likely meant; empty where there is none."""


@once
def vocabulary(catalogue: Catalogue) -> Vocabulary | None:
    """Look at every word of a catalogue; None where its language is not judged, or its texts are of another one."""
    known = dictionary(catalogue.guide.language)
    if known is None:
        return None
    # A text that stands twice is read once, and so is a word: of a million, a few thousand are left.
    pieces = {piece: tuple(_words(piece)) for piece in _told(catalogue)}
    words = {word for found in pieces.values() for word in found}
    parts = {part for word in words for part in (word, *parts_of(word))}
    unknown = known.unknown({part.lower() for part in parts})
    doubtful = {word for word in words if not _fits(word, lambda part: part.lower() not in unknown)}

    if len(doubtful) > len(words) * _FOREIGN:
        return None
    own = _own(catalogue, doubtful) if doubtful or catalogue.guide.words else frozenset()
    accepted = [frozenset(_WORD.findall(entry)) for entry in catalogue.guide.words]
    listed = frozenset().union(*accepted)
    used: set[str] = set()

    def is_accepted(part: str) -> bool:
        if part.lower() not in unknown or _is_in(part, own):
            return True
        used.update({part, part.lower()} & listed)
        return _is_in(part, listed)

    misspelt = {word for word in doubtful if not _fits(word, is_accepted)}
    superfluous = [
        index
        for index, entry in enumerate(accepted)
        if entry and all(_is_in(word, own) or known.frequency(word.lower()) for word in entry)
    ]
    absent = [
        index for index, entry in enumerate(accepted) if used.isdisjoint(entry) and index not in superfluous
    ]
    right = {word.lower() for word in words - misspelt}

    def near(word: str) -> str:
        return _near(known, word, right)

    having = {piece for piece, found in pieces.items() if not misspelt.isdisjoint(found)}
    return Vocabulary(_places(catalogue, misspelt, having), absent, superfluous, near)


def strangers(catalogue: Catalogue, words: Set[str], accepted: Iterable[str]) -> Mapping[str, str]:
    """Return those words of another text in a catalogue's language that nothing knows, each with what was likely meant.

    ``accepted`` are right as they are, as are the catalogue's own. Of a text in another language nothing is told.
    """
    known = dictionary(catalogue.guide.language)
    if known is None:
        return {}
    doubtful = {word for word in words if not _fits(word, lambda part: known.knows(part.lower()))}
    right = _own(catalogue, doubtful).union(*map(_WORD.findall, (*catalogue.guide.words, *accepted)))
    if len(doubtful) > len(words) * _FOREIGN:
        return {}
    lower = {each.lower() for each in right}
    return {
        word: _near(known, word, lower)
        for word in doubtful
        if not _fits(word, lambda part: known.knows(part.lower()) or _is_in(part, right))
    }


def _near(known: Dictionary, word: str, right: Set[str]) -> str:
    """Return the word that was most likely meant, with the capitals of the one that was written."""
    meant = known.near(word.lower(), right)
    if word.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant


def placed(text: str) -> Iterator[tuple[int, str]]:
    """Give the words of a text that a dictionary can judge, each with where it begins."""
    for piece in _PIECE.finditer(text):
        if _has_words(piece[0]):
            for word in _WORD.finditer(piece[0]):
                if _is_word(word[0]):
                    yield piece.start() + word.start(), word[0]


def _told(catalogue: Catalogue) -> Iterable[str]:
    """Give what stands between spaces in the prose of a catalogue, each once."""
    standing, having = pieces_of(catalogue)
    prose = {number for number, (_, paths) in enumerate(standing) if any(map(_is_prose, paths))}
    literal = {number for number in prose if _has_literals(standing[number][0])}
    plain = prose - literal
    found = {piece for piece, numbers in having.items() if not plain.isdisjoint(numbers)}
    return found.union(_pieces(standing[number][0] for number in literal))


def _is_prose(path: Path) -> bool:
    return path[-1] not in _NO_PROSE and path[-2] not in _NO_SENTENCE


def _own(catalogue: Catalogue, doubtful: Iterable[str]) -> frozenset[str]:
    """What a catalogue says on purpose: its terms, its organisation, and ids of several words. Names are no proof."""
    forms = [form for _, _, form in terms(catalogue)]
    own = {word for text in (*forms, catalogue.guide.organisation) for word in _WORD.findall(text)}
    # A name that lost its accents is told as such, by another check.
    named = (*forms, *(modality.name for modality in catalogue.modalities))
    own |= {fold(name) for name in named if not name.isascii() and _WORD.fullmatch(name)}
    if any("-" in word for word in doubtful):
        own.update(id_ for _, id_ in ids(catalogue) if "-" in id_)
    return frozenset(own)


def _places(catalogue: Catalogue, misspelt: Container[str], having: Set[str]) -> dict[str, list[Path]]:
    """Give the texts that have strange words, by the pieces of texts that have them."""
    found: dict[str, list[Path]] = {}
    for path, text in texts(catalogue) if having else ():
        if having.isdisjoint(text.split()) and not _has_literals(text):
            continue
        if _is_prose(path):
            for word in words_of(text):
                if word in misspelt:
                    found.setdefault(word, []).append(path)
    return found


def words_of(text: str) -> Sequence[str]:
    """Return the words of a text that a dictionary can judge, each once, in their order."""
    return tuple(dict.fromkeys(word for piece in _pieces((text,)) for word in _words(piece)))


def parts_of(word: str) -> list[str]:
    """Return the words that hyphens and apostrophes join; of what they join, single letters are none."""
    return [part for part in _JOINT.split(word) if _is_word(part)]


def _pieces(told: Iterable[str]) -> Iterable[str]:
    """Give what stands between spaces, each once, of texts without what is no prose."""
    found: dict[str, None] = {}
    for text in told:
        prose = _LITERAL.sub(" ", code_spans.without(text)) if _has_literals(text) else text
        found.update(dict.fromkeys(prose.split()))
    return found


def _has_literals(text: str) -> bool:
    return "`" in text or "](" in text or "<" in text or "{" in text


def _words(piece: str) -> Iterator[str]:
    if _has_words(piece):
        yield from (word for word in _WORD.findall(piece) if _is_word(word))


def _has_words(piece: str) -> bool:
    """Tell words from addresses; of what holds a character that is not seen, that is told, and nothing else."""
    return not (_ADDRESS.search(piece) or HIDDEN.search(piece))


def _is_word(word: str) -> bool:
    """Tell words from numbers, codes, single letters and short words in capitals, which may have a plural."""
    if len(word) < 2 or _NUMBER.search(word):
        return False
    sign = word.removesuffix("s")
    return not (2 <= len(sign) <= _LONGEST_SIGN and sign.isupper() and sign.isalpha())


def _fits(word: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a word is known: as a whole, or each of the words that it joins."""
    return is_known(word) or ((parts := parts_of(word)) != [word] and all(map(is_known, parts)))


def _is_in(word: str, known: Container[str]) -> bool:
    # A word in small letters stands for its capitals, too.
    return word in known or word.lower() in known
