"""How far a fact says that something is not: what a state of “no” needs, and one of “yes” cannot rest on alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import takewhile

from generator.analysis.assertions import stands
from generator.analysis.traversal import once
from generator.analysis.word_meanings import Meanings, reader
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.diagnostics import Path
from generator.language.wordlists import sentences

_CONDITIONS = frozenset({"if", "which"})
_ALIKE = {"refuses": "not", "only": "limit"}
"""Words that say of whoever asks what others say of anything."""


class Denial(Enum):
    """How far a sentence says that something is not."""

    NONE = 0
    PART = 1
    ALL = 2


@once
def denials(catalogue: Catalogue) -> Mapping[str, frozenset[Denial]] | None:
    """Return how far each fact denies, a sentence at a time; None where nobody has listed the words of the language."""
    words = reader(catalogue.guide.language)
    return None if words is None else _Denied(words, catalogue.facts)


class _Denied(dict[str, frozenset[Denial]]):
    """How far facts deny, each read when it is asked for: most stand behind nothing that is denied."""

    def __init__(self, words: Meanings, facts: Mapping[str, Fact]) -> None:
        super().__init__()
        self._words, self._facts = words, facts

    def __missing__(self, name: str) -> frozenset[Denial]:
        self[name] = frozenset(_denials(self._words, self._facts[name]))
        return self[name]


def against_facts(
    catalogue: Catalogue, key: str, wrong: Mapping[str, Denial]
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Give each stand under a key of a modality that all its facts speak against: its path, and the facts.

    ``wrong`` has, for a state, what no facts can say throughout that are cited for it.
    """
    denied = denials(catalogue)
    if denied is None:
        return
    for path, state, facts in stands(catalogue):
        if path[2] == key and state in wrong:
            told = frozenset[Denial]().union(*(denied[fact] for fact in facts))
            if told == {wrong[state]}:
                yield path, facts


def _denials(words: Meanings, fact: Fact) -> Iterator[Denial]:
    """Tell of each sentence how far it denies; a condition denies nothing, nor does what no source tells."""
    for begin, end in () if fact.unknown else sentences(fact.text):
        told = [_ALIKE.get(each.meaning, each.meaning) for each in words.tokens(fact.text[begin:end])]
        main = [
            each
            for each in takewhile(lambda meaning: meaning not in _CONDITIONS, told)
            if each in ("not", "and", "limit")
        ]
        denies = "not" in main or "limit" in main
        yield Denial.NONE if not denies else Denial.ALL if main[0] == "not" else Denial.PART
