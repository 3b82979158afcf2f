"""The order in which texts tell what comes first, held to the order in which modalities want it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.analysis.standing import standing
from generator.analysis.traversal import once
from generator.analysis.word_meanings import Meanings
from generator.catalogue.modalities import Modality
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.wordlists import mark, sentences

_ORDER = frozenset({"before", "later", "then", "and"})

_LEAST = 2
"""Things that have an order."""

_REACH = 4
"""Words between the one for “before” or “after”, where it opens a sentence, and what it is about."""


class Order(NamedTuple):
    """Two things in the order in which a sentence puts them; a mere “and” says less than “then”."""

    start: int
    end: int
    first: str
    second: str
    loose: bool


class Disorder(NamedTuple):
    """A piece of a text that puts one precondition before another that has to come first."""

    path: Path
    excerpt: str
    first: str
    second: str


def orders(words: Meanings, text: str, names: Sequence[tuple[str, re.Pattern[str], str]]) -> Iterator[Order]:
    """Give which of two named things a sentence puts before which, by its words of order."""
    for begin, end in sentences(text):
        sentence = text[begin:end]
        named: list[tuple[int, int, str]] = []
        for form, pattern, name in names:  # the longest name first: what stands within it is no other
            for found in pattern.finditer(sentence) if form in sentence else ():
                if not any(a < found.end() and found.start() < b for a, b, _ in named):
                    named.append((*found.span(), name))
        if len(named) < _LEAST:
            continue
        named.sort()
        ordering = [each for each in words.tokens(sentence) if each.meaning in _ORDER]
        for (a, b, one), (c, d, other) in pairwise(named):
            between = [each for each in ordering if b <= each.start < c]
            ahead = [
                each for each in ordering if each.end <= a and len(sentence[each.end : a].split()) < _REACH
            ]
            if one != other and (word := (between or ahead)[-1:]):
                first = word[0].meaning in (("before", "then", "and") if between else ("later",))
                if between or word[0].meaning in ("before", "later"):
                    pair = (one, other) if first else (other, one)
                    yield Order(begin + a, begin + d, *pair, word[0].meaning == "and")


def disordered(catalogue: Catalogue) -> Iterator[Disorder]:
    """Give where a text puts a precondition before another that has to come first."""
    stands, names = standing(catalogue), _patterns(catalogue)
    if stands is None or not names:
        return
    for text, paths in stands.statements({mark(form) for form, *_ in names}):
        told = list(orders(stands.words, text, names))
        for path in paths if told else ():
            step = path[0] == "modalities" and path[2] == "steps"
            for each in told:
                if (step or not each.loose) and _is_against(catalogue, stands.about(path), each):
                    yield Disorder(path, text[each.start : each.end], each.first, each.second)


def disordered_in(catalogue: Catalogue, sentence: str) -> Iterator[tuple[int, int]]:
    """Give where a sentence beside the catalogue does so, in the modalities that it names, or in all."""
    stands = standing(catalogue)
    if stands is None:
        return
    for each in orders(stands.words, sentence, _patterns(catalogue)):
        named = tuple(modality for _, modality in stands.named_in(sentence))
        if not each.loose and _is_against(catalogue, named, each):
            yield each.start, each.end


@once
def _patterns(catalogue: Catalogue) -> list[tuple[str, re.Pattern[str], str]]:
    """Return the names of preconditions, the longest first, each with the pattern by which it is found."""
    names = sorted(_forms(catalogue), key=lambda each: -len(each[0]))
    return [(form, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)"), name) for form, name in names]


def _forms(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the names by which texts speak of preconditions: their own, and the word of the glossary for them."""
    for each in catalogue.preconditions:
        yield each.name, each.id
        for term in catalogue.glossary:
            if each.name.startswith(f"{term.term} "):
                yield term.term, each.id


def _is_against(catalogue: Catalogue, about: Sequence[Modality], told: Order) -> bool:
    orders = [
        [each.precondition for each in modality.preconditions] for modality in about or catalogue.modalities
    ]
    wanted = [order for order in orders if told.first in order and told.second in order]
    return bool(wanted) and all(order.index(told.second) < order.index(told.first) for order in wanted)
