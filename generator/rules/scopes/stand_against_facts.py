"""“Not covered” needs a source that says no, and “covered” one that does not: swapped states show by their facts."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import takewhile

from generator.analysis.word_meanings import Meanings, reader
from generator.catalogue.modalities import ScopeState
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.diagnostics import Finding
from generator.language.wordlists import sentences

_CONDITIONS = frozenset({"if", "which"})


class _Denial(Enum):
    """How far a sentence says that something is not."""

    NONE = 0
    PART = 1
    ALL = 2


_WRONG = {ScopeState.INCLUDED: _Denial.ALL, ScopeState.EXCLUDED: _Denial.NONE}
"""What no source can say throughout that is cited for a state."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    words = reader(catalogue.guide.language)
    if words is None:
        return
    denials = {name: set(_denials(words, fact)) for name, fact in catalogue.facts.items()}
    for index, modality in enumerate(catalogue.modalities):
        for scope, stand in modality.scopes.items():
            wrong = _WRONG.get(stand.state)
            if wrong and set().union(*(denials[name] for name in stand.facts)) == {wrong}:
                values = {
                    "modality": modality.name,
                    "scope": catalogue.scope[scope].name,
                    "state": stand.state.value,
                }
                path = ("modalities", index, "scopes", scope, "state")
                yield Finding(path, values, facts=stand.facts)


def _denials(words: Meanings, fact: Fact) -> Iterator[_Denial]:
    """Tell of each sentence how far it denies; a condition denies nothing, nor does what no source tells."""
    for begin, end in () if fact.unknown else sentences(fact.text):
        told = [each.meaning for each in words.tokens(fact.text[begin:end])]
        main = [
            each
            for each in takewhile(lambda meaning: meaning not in _CONDITIONS, told)
            if each in ("not", "and", "limit")
        ]
        denies = "not" in main or "limit" in main
        yield _Denial.NONE if not denies else _Denial.ALL if main[0] == "not" else _Denial.PART
