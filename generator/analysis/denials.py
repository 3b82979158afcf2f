"""How far a fact says that something is not: what a state of “no” needs, and one of “yes” cannot rest on alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import takewhile

from generator.analysis.traversal import once
from generator.analysis.word_meanings import Meanings, reader
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.language.wordlists import sentences

_CONDITIONS = frozenset({"if", "which"})


class Denial(Enum):
    """How far a sentence says that something is not."""

    NONE = 0
    PART = 1
    ALL = 2


@once
def denials(catalogue: Catalogue) -> Mapping[str, frozenset[Denial]] | None:
    """Return how far each fact denies, a sentence at a time; None where nobody has listed the words of the language."""
    words = reader(catalogue.guide.language)
    if words is None:
        return None
    return {name: frozenset(_denials(words, fact)) for name, fact in catalogue.facts.items()}


def _denials(words: Meanings, fact: Fact) -> Iterator[Denial]:
    """Tell of each sentence how far it denies; a condition denies nothing, nor does what no source tells."""
    for begin, end in () if fact.unknown else sentences(fact.text):
        told = [each.meaning for each in words.tokens(fact.text[begin:end])]
        main = [
            each
            for each in takewhile(lambda meaning: meaning not in _CONDITIONS, told)
            if each in ("not", "and", "limit")
        ]
        denies = "not" in main or "limit" in main
        yield Denial.NONE if not denies else Denial.ALL if main[0] == "not" else Denial.PART
