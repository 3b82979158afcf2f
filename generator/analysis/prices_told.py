"""Words of price in texts (charged, free, waived), held to what the cases come to that the texts are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.analysis.standing import Standing, standing
from generator.analysis.traversal import once
from generator.analysis.word_meanings import Meanings, Token
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import PriceState, PricingRule
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.wordlists import sentences, small

MEANT = {
    "charged": frozenset({PriceState.CHARGED}),
    "free": frozenset({PriceState.FREE, PriceState.WAIVED}),
    "waived": frozenset({PriceState.WAIVED}),
}
"""What words of price may mean, as states of a row."""

_OPPOSITE = {"charged": "free", "free": "charged", "waived": "charged"}


_SPOKEN_OF = frozenset({PriceState.CHARGED, PriceState.WAIVED, PriceState.FREE})

_CLAUSE = re.compile(r"[,:()–—]")

_REACH = 4
"""Words between a negation and what it turns to its opposite."""


_BACK = 1_000
"""Signs before a word of price in which the modality that it is said of is named; no sentence is that long."""


class Told(NamedTuple):
    """A word of price: where its sentence starts, where it stands, and one of `MEANT`."""

    sentence: int
    start: int
    end: int
    meaning: str


class Misfit(NamedTuple):
    """A word of price that fits no case of what the text is about."""

    path: Path
    told: str
    about: str
    states: tuple[PriceState, ...]


def prices(words: Meanings, text: str) -> Iterator[Told]:
    """Give what a text says of price; not what it says of a time before something, or asks."""
    marks = words.marks(*_OPPOSITE)
    for begin, end in sentences(text):
        sentence = text[begin:end]
        plain = small(sentence)
        if not any(each in plain for each in marks):
            continue
        found = words.tokens(sentence)
        if any(each.meaning == "before" for each in found):
            continue
        for index, token in enumerate(found):
            if token.meaning in MEANT:
                start = begin + token.start
                reached = next(reaching(sentence, found, index), "")
                if reached == "if":
                    continue
                meaning = _OPPOSITE[token.meaning] if reached == "not" else token.meaning
                yield Told(begin, start, begin + token.end, meaning)


def reaching(sentence: str, tokens: Sequence[Token], index: int) -> Iterator[str]:
    """Give “not” and “if” as often as they reach from before to a word of a sentence, the nearest first."""
    start = tokens[index].start
    for at in range(index - 1, -1, -1):
        if not is_near(sentence[tokens[at].end : start]):
            return  # what stands before it is farther still
        if tokens[at].meaning in ("not", "if"):
            yield tokens[at].meaning


def is_near(between: str) -> bool:
    """Tell whether a negation reaches over these words."""
    return len(between.split()) <= _REACH and not _CLAUSE.search(between)


@once
def told_prices(catalogue: Catalogue) -> Prices | None:
    """Return the words of price of a catalogue; None where nobody has listed the words of its language."""
    found = standing(catalogue)
    return None if found is None else Prices(catalogue, found)


class Prices:
    """The words of price of one catalogue."""

    def __init__(self, catalogue: Catalogue, stands: Standing) -> None:
        self.catalogue = catalogue
        self.stands = stands
        self._states_of: dict[str, frozenset[PriceState]] = {}

    def row_against_facts(self, rule: PricingRule) -> Iterator[int]:
        """Give the rows of a price whose facts speak of a charge, and of another than the row."""
        for index, row in enumerate(rule.rows):
            meant = {state for fact in row.facts for state in self._meant(fact, rule)}
            if row.then in _SPOKEN_OF and meant and row.then not in meant:
                yield index

    def _meant(self, name: str, rule: PricingRule) -> Iterator[PriceState]:
        text = self.catalogue.facts[name].text
        for told in prices(self.stands.words, text):
            spoken = self._spoken_of(text, told)
            if spoken is None or spoken.pricing == rule.id:
                yield from MEANT[told.meaning]

    def misfits(self) -> Iterator[Misfit]:
        """Give the words of price that fit no case of what their text is about."""
        marks = self.stands.words.marks(*_OPPOSITE)
        for text, paths in self.stands.statements(marks):
            told = [(each, self._spoken_of(text, each)) for each in prices(self.stands.words, text)]
            for path in paths if told else ():
                for each, spoken in told:
                    about, states = self._comes_to(path, spoken)
                    if states and states.isdisjoint(MEANT[each.meaning]):
                        yield Misfit(path, text[each.start : each.end], about, tuple(sorted(states)))

    def misfits_in(self, text: str) -> Iterator[Told]:
        """Give the words of price of a text beside the catalogue that fit no case of the modality before them."""
        for each in prices(self.stands.words, text):
            if spoken := self._spoken_of(text, each):
                states = self._states(self.catalogue.pricing_rule[spoken.pricing])
                if states and states.isdisjoint(MEANT[each.meaning]):
                    yield each

    def _comes_to(self, path: Path, spoken: Modality | None) -> tuple[str, frozenset[PriceState]]:
        """Return what a text at a path is about, or the modality that it speaks of, and what its cases come to."""
        match path:
            case ("pricing_rules", int(index), *rest):
                rule = self.catalogue.pricing_rules[index]
                match rest:
                    case ("rows", int(number), *_):
                        return rule.rows[number].id, frozenset({rule.rows[number].then})
                    case ("examples", int(number), *_):
                        example = rule.examples[number]
                        return example.id, frozenset({example.expect.state})
                return rule.name, self._states(rule)
            case ("modalities", *_) | ("finder", "rows", *_):
                modalities = (spoken,) if spoken else self.stands.about(path)
                found = [self._states(self.catalogue.pricing_rule[each.pricing]) for each in modalities]
                return ", ".join(each.name for each in modalities), frozenset[PriceState]().union(*found)
        return "", frozenset()

    def _states(self, rule: PricingRule) -> frozenset[PriceState]:
        """Return what the cases of a price come to; of one with a row that its facts deny, nothing can be said."""
        if rule.id not in self._states_of:
            doubted = any(True for _ in self.row_against_facts(rule))
            self._states_of[rule.id] = frozenset() if doubted else frozenset(row.then for row in rule.rows)
        return self._states_of[rule.id]

    def _spoken_of(self, text: str, told: Told) -> Modality | None:
        """Return the modality that a sentence names last before a word of price."""
        begin = max(told.sentence, told.start - _BACK)
        named = [each for _, each in self.stands.named_in(text[begin : told.start])]
        return named[-1] if named else None
