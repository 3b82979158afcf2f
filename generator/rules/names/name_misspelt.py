"""A name in another spelling makes readers wonder whether another thing is meant, and is linked to nothing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from generator.analysis.names import terms
from generator.analysis.traversal import texts_with
from generator.catalogue.root import Catalogue
from generator.catalogue.scalars import ID
from generator.diagnostics import MOST_PLACES, Finding, Path
from generator.language import code_spans
from generator.language.normalise import fold

_TARGET = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"(?<!\w)(?:\w+|\S)")
_LETTER = re.compile(r"\w")
_OTHERS = ("title", "where", "url", "code")
"""What a source is called is its own business."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    spellings: dict[str, dict[str, None]] = {}
    homes: dict[str, Path] = {}
    for path, name, is_term in _names(catalogue):
        form = fold(name)
        spellings.setdefault(form, {}).update(dict.fromkeys(_right(name, is_term)))
        homes.setdefault(form, path)
    if not spellings:
        return
    wrong: dict[str, list[tuple[Path, str]]] = {}
    confirmed: set[str] = set()
    for path, form, seen in _seen(catalogue, spellings):
        if seen not in spellings[form]:
            wrong.setdefault(form, []).append((path, seen))
        elif path != homes[form]:
            confirmed.add(form)
    for form, places in wrong.items():
        name = next(iter(spellings[form]))
        first, *others = (path for path, _ in places)
        if others and form not in confirmed and len({seen for _, seen in places}) == 1:
            # Nobody writes the name as its own entry does: then that is where the slip is, not in all the others.
            values = {"seen": name, "suggestion": places[0][1]}
            yield Finding(homes[form], values, related=(first, *others)[:MOST_PLACES])
        else:
            yield from (
                Finding(path, {"seen": seen, "suggestion": name}, excerpt=seen) for path, seen in places
            )


def _seen(catalogue: Catalogue, spellings: Mapping[str, Container[str]]) -> Iterator[tuple[Path, str, str]]:
    """Give each name that a text mentions, as it stands there: path, form, spelling; of a text the first wrong one."""
    lengths = _lengths(spellings)

    def begins(piece: str) -> bool:
        return not lengths.keys().isdisjoint(_WORD.findall(fold(piece)))

    for text, paths in texts_with(catalogue, begins):
        own = [path for path in paths if path[0] != "sources" or path[-1] not in _OTHERS]
        if not own or ID.fullmatch(text):
            continue
        bare = code_spans.without(text)
        bare = _TARGET.sub(lambda found: " " * len(found[0]), bare) if "](" in bare else bare
        for start, end, form in _found(fold(bare), lengths, spellings):
            yield from ((path, form, text[start:end]) for path in own)
            if text[start:end] not in spellings[form]:
                break


def _lengths(forms: Iterable[str]) -> dict[str, list[int]]:
    """First word of a form to the lengths of the forms that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for form in forms:
        if first := _WORD.match(form):
            found.setdefault(first[0], set()).add(len(form))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


def _found(
    plain: str, lengths: Mapping[str, Iterable[int]], forms: Container[str]
) -> Iterator[tuple[int, int, str]]:
    """Give start, end and form of each form in a text; the longest wins, so that none is found within another.

    A pattern of all forms took a second for a thousand modalities: it tries each of them at each word.
    """
    here = reached = 0
    for word in [each for each in _WORD.findall(plain) if each in lengths]:
        start = plain.index(word, here)
        while not _is_whole(word, plain, start):
            start = plain.index(word, start + 1)
        here = start + len(word)
        if start < reached:
            continue
        for length in lengths[word]:
            end = start + length
            form = plain[start:end]
            if form in forms and not _LETTER.match(plain, end):
                yield start, end, form
                reached = end
                break


def _is_whole(word: str, plain: str, start: int) -> bool:
    """Tell whether a word stands there on its own, and not within another."""
    if start and _LETTER.match(plain, start - 1):
        return False
    return not (_LETTER.match(word) and _LETTER.match(plain, start + len(word)))


def _names(catalogue: Catalogue) -> Iterator[tuple[Path, str, bool]]:
    """Names that no common word is like, with path and whether they are terms: of several words, or with an accent."""
    named: list[tuple[Path, str, bool]] = [
        (("modalities", index, "name"), each.name, False) for index, each in enumerate(catalogue.modalities)
    ]
    for path, name, is_term in (*named, *((path, form, True) for path, _, form in terms(catalogue))):
        if " " in name or fold(name) != name.lower():
            yield path, name, is_term


def _right(name: str, is_term: bool) -> Iterator[str]:
    """The spellings in which a name may stand, its own first."""
    yield name
    if name[0].islower():
        yield name[0].upper() + name[1:]  # at the start of a sentence
    elif is_term or name[1:] == name[1:].lower():
        # A capital makes a term of common words, which keep their own meaning without it.
        yield name.lower()
