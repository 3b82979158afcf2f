"""Figures that texts tell (times, amounts, shares, units), held to those of the prices and facts they stand with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from generator.analysis.standing import Standing, standing
from generator.analysis.traversal import once
from generator.analysis.word_meanings import NUMBER, Meanings, Token
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.pricing_rules import Example, PricingRule, Unit
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.wordlists import PAUSE, sentences

_Sign = tuple[str, Any]
"""Kind and value: what makes two figures the same. Times are in minutes."""

_EACH, _LEAST = "each", "least"
"""The kinds of a unit that is counted by, and of a number that is called the least and has no unit."""

_MINUTES = {Unit.MINUTE.value: 1, Unit.HOUR.value: 60}
_UNITS = frozenset({*_MINUTES, "day", "week", "month", "year", "money", "percent", "sign"})

_TIGHT = re.compile(r"[\s-]*(?:[^\W\d]{1,3}\s+)?")
"""What may stand between the word for “each” and its unit: at most an article."""

_SIGN = re.compile(r"[$€£¥%]|\d(?::|[^\W\d])|^[A-Z]{3}$")
"""What a piece of a text has beside words if there is a figure in it: a sign, a clock, a unit at once, a currency."""

_REACH = 4
"""Words between the one for “least” and its number, and between a unit and the amount that it costs."""

_TO_UNIT = re.compile(r"\s*/?\s*(?:[^\W\d]{1,4}\s+){0,2}")
"""What may stand between an amount and the unit that it is the price of: a bar, or a word or two without weight."""

_RATE = "rate"
"""The kind of an amount with the unit that it is the price of."""


class Figure(NamedTuple):
    """Something that a text counts: minutes, days, money, a share, a time of the day, or the unit it is counted by."""

    start: int
    end: int
    kind: str
    value: Decimal | str
    unit: str = ""
    """Of an amount that is the price of a unit, which."""

    @property
    def sign(self) -> _Sign:
        """What makes two figures the same."""
        return self.kind, (self.value, self.unit) if self.unit else self.value

    @property
    def signs(self) -> Iterator[_Sign]:
        """What is known by whoever knows the figure."""
        yield self.sign
        if self.unit:
            yield "money", self.value
            yield _EACH, self.unit


class Unfounded(NamedTuple):
    """A figure in a text that neither a price nor a fact has."""

    path: Path
    told: str
    value: str
    """What was told in words, as a number."""
    facts: tuple[str, ...]


class Doubted(NamedTuple):
    """A figure of a price that its facts tell otherwise: where in the rule, what it is, and the facts."""

    path: Path
    told: str
    facts: tuple[str, ...]


def figures(words: Meanings, text: str) -> Iterator[Figure]:
    """Give the figures of a text: none goes on behind the end of its sentence."""
    for begin, end in sentences(text):
        for each in _in_sentence(words, text[begin:end]):
            yield each._replace(start=begin + each.start, end=begin + each.end)


def _in_sentence(words: Meanings, text: str) -> Iterator[Figure]:
    found = [_with_unit(words, text, each) for each in words.tokens(text)]
    told = list(_of_tokens(text, found))
    rates = [rate for each in told if each.kind == "money" and (rate := _rate(text, found, each))]
    for each in told:
        if not any(rate.start <= each.start and each.end <= rate.end for rate in rates):
            yield each
    yield from rates


def _with_unit(words: Meanings, text: str, token: Token) -> Token:
    """Read a word for a rate as the unit in it that is counted by, if it has one."""
    if token.meaning == _RATE:
        inner = [each.meaning for each in words.tokens(text[token.start : token.end].rsplit(maxsplit=1)[-1])]
        return token._replace(meaning=f"{_RATE} {inner[0]}") if inner and inner[0] in _MINUTES else token
    return token


def _rate(text: str, found: Sequence[Token], money: Figure) -> Figure | None:
    """Return an amount together with the unit that it is the price of; None where no unit stands beside it."""
    after = [each for each in found if each.start >= money.end and each.meaning != _EACH][:1]
    if after and after[0].meaning in _MINUTES and _TO_UNIT.fullmatch(text, money.end, after[0].start):
        return money._replace(end=after[0].end, kind=_RATE, unit=after[0].meaning)
    before = [each for each in found if each.end <= money.start and each.meaning != "charged"][-2:]
    if before:
        unit = before[-1].meaning.removeprefix(f"{_RATE} ")
        between = text[before[-1].end : money.start]
        counted = len(before) > 1 and before[0].meaning == "number"
        if unit in _MINUTES and not counted and len(between.split()) < _REACH and not PAUSE.search(between):
            start = before[0].start if before[0].meaning == _EACH else before[-1].start
            return money._replace(start=start, kind=_RATE, unit=unit)
    return None


def _of_tokens(text: str, found: Sequence[Token]) -> Iterator[Figure]:
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        if token.meaning == "number" and token.number is not None:
            yield from _counted(text, found, index, token.number)
        elif token.meaning == "clock" and token.number is not None:
            yield Figure(token.start, token.end, "clock", token.number)
        elif token.meaning.startswith(f"{_RATE} "):
            yield Figure(token.start, token.end, _EACH, token.meaning.removeprefix(f"{_RATE} "))
        elif (
            token.meaning in _MINUTES
            and before
            and before.meaning == _EACH
            and _TIGHT.fullmatch(text, before.end, token.start)
        ):
            yield Figure(before.start, token.end, _EACH, token.meaning)


def _counted(text: str, found: Sequence[Token], index: int, number: Decimal) -> Iterator[Figure]:
    token = found[index]
    if index and found[index - 1].meaning == "sign" and found[index - 1].end + 1 >= token.start:
        yield Figure(found[index - 1].start, token.end, "money", number)
        return
    for other in found[index + 1 : index + 3]:
        if other.meaning in _UNITS:
            # Of two numbers before one unit, both are of it: 10 a 15 minutos.
            between = text[token.end : other.start]
            if all(len(piece.split()) < 2 and not PAUSE.search(piece) for piece in re.split(NUMBER, between)):
                yield _figure(token.start, other.end, other.meaning, number)
                return
    if index and found[index - 1].meaning == _LEAST:
        between = text[found[index - 1].end : token.start]
        if len(between.split()) < _REACH and not PAUSE.search(between):
            yield Figure(token.start, token.end, _LEAST, number)


def least(words: Meanings, text: str) -> Iterator[Decimal | str]:
    """Give the minutes that a text calls the least."""
    ends = [each.end for each in words.tokens(text) if each.meaning == _LEAST]
    for figure in figures(words, text):
        if figure.kind == "time" and any(
            end <= figure.start
            and not PAUSE.search(between := text[end : figure.start])
            and len(between.split()) < _REACH
            for end in ends
        ):
            yield figure.value


def _figure(start: int, end: int, unit: str, number: Decimal) -> Figure:
    if unit in _MINUTES:
        return Figure(start, end, "time", number * _MINUTES[unit])
    return Figure(start, end, "money" if unit == "sign" else unit, number)


@once
def told_figures(catalogue: Catalogue) -> Figures | None:
    """Return the figures of a catalogue; None where nobody has listed the words of its language."""
    found = standing(catalogue)
    return None if found is None else Figures(catalogue, found)


class Figures:
    """The figures of one catalogue."""

    def __init__(self, catalogue: Catalogue, stands: Standing) -> None:
        self.catalogue = catalogue
        self.stands = stands
        self._of_facts: dict[str, frozenset[_Sign]] = {}
        self._of_rules: dict[str, frozenset[_Sign]] = {}
        self._all: frozenset[_Sign] | None = None

    def unfounded(self) -> Iterator[Unfounded]:
        """Give the figures of texts that no price and no fact has with which they stand."""
        marks = self.stands.words.marks(_LEAST, *_UNITS)
        for text, paths in self.stands.statements(marks, _SIGN):
            found = list(figures(self.stands.words, text))
            for path in paths if found else ():
                for each in found:
                    if not any(_has(known, each) for known in self._known(path, text)):
                        yield Unfounded(
                            path, text[each.start : each.end], str(each.value), self.stands.facts(path)
                        )

    def unfounded_in(self, text: str) -> Iterator[Figure]:
        """Give the figures of a text beside the catalogue that nothing in it has, or not what their sentence names."""
        for begin, end in sentences(text):
            found = list(_in_sentence(self.stands.words, text[begin:end]))
            if found:
                known = self._of_named(text[begin:end]) or self._everything()
                yield from (
                    each._replace(start=begin + each.start, end=begin + each.end)
                    for each in found
                    if not _has(known, each)
                )

    def _of_named(self, sentence: str) -> set[_Sign]:
        """Return the figures of the modalities that a sentence names: of their prices, and of all that they cite."""
        known: set[_Sign] = set()
        for _, modality in self.stands.named_in(sentence):
            rule = self.catalogue.pricing_rule[modality.pricing]
            known |= self.of_rule(rule)
            for entry in (("modalities", modality.id), ("pricing_rules", rule.id)):
                known.update(sign for fact in self._cited_in.get(entry, ()) for sign in self.of_fact(fact))
        return known

    @cached_property
    def _cited_in(self) -> dict[tuple[str, str], set[str]]:
        """The facts that each modality and each price cites, by its key and id, wherever in it."""
        found: dict[tuple[str, str], set[str]] = {}
        for path, facts in self.stands.cited.items():
            match path:
                case ("modalities" | "pricing_rules" as key, int(index), *_):
                    entry = str(key), getattr(self.catalogue, key)[index].id
                    found.setdefault(entry, set()).update(facts)
        return found

    def _known(self, path: Path, text: str) -> Iterator[Collection[_Sign]]:
        """Give the figures that a text may tell, those first that are found at once."""
        facts = self.stands.facts(path)
        if not facts:
            yield self._everything()
            return
        yield from map(self.of_fact, facts)
        yield from map(self.of_rule, self._rules(path))
        match path:
            case ("pricing_rules", int(index), "examples", int(number), *_):
                rule = self.catalogue.pricing_rules[index]
                yield set(_of_example(rule, rule.examples[number]))
        for _, modality in self.stands.named_in(text):
            yield self.of_rule(self.catalogue.pricing_rule[modality.pricing])

    def _everything(self) -> frozenset[_Sign]:
        if self._all is None:
            self._all = frozenset(
                {sign for fact in self.catalogue.facts for sign in self.of_fact(fact)}
                | {sign for rule in self.catalogue.pricing_rules for sign in self.of_rule(rule)}
            )
        return self._all

    def _rules(self, path: Path) -> Iterator[PricingRule]:
        match path:
            case ("pricing_rules", int(index), *_):
                yield self.catalogue.pricing_rules[index]
            case _:
                for modality in self.stands.about(path):
                    yield self.catalogue.pricing_rule[modality.pricing]

    def of_fact(self, name: str) -> frozenset[_Sign]:
        """Return the figures that a fact tells."""
        if name not in self._of_facts:
            self._of_facts[name] = frozenset(
                sign
                for each in figures(self.stands.words, self.catalogue.facts[name].text)
                for sign in each.signs
            )
        return self._of_facts[name]

    def of_rule(self, rule: PricingRule) -> frozenset[_Sign]:
        """Return the figures of a price: of its counting, its rates, and its amounts."""
        if rule.id not in self._of_rules:
            self._of_rules[rule.id] = frozenset(_of_rule(rule))
        return self._of_rules[rule.id]

    def against_facts(self, rule: PricingRule) -> Iterator[Doubted]:
        """Give each figure of a price that the facts behind it tell otherwise, or not at all."""
        facts = tuple(dict.fromkeys((*rule.own_facts_of_counting, *rule.facts)))
        keys = dict.fromkeys(
            key for key, told, value in self._counting(rule, facts) if told and value not in told
        )
        for key in (*keys, *(each for each in self._unfounded(rule, facts) if each not in keys)):
            yield Doubted((key,), str(getattr(rule, key)), facts)
        for index, rate in enumerate(rule.rates or ()):
            yield from self._rate(("rates", index, "value"), rate.value, rule.unit, rate.facts)
        for index, row in enumerate(rule.rows):
            if row.amount:
                yield from self._amount(("rows", index, "amount", "value"), row.amount.value, row.facts)

    def _unfounded(self, rule: PricingRule, facts: tuple[str, ...]) -> Iterator[str]:
        """Give the keys of counts that no fact tells; of one unit, its name says enough."""
        signs = {sign for fact in facts for sign in self.of_fact(fact)}
        for key in ("minimum", "increment") if rule.unit else ():
            count = getattr(rule, key)
            if isinstance(count, int) and count > 1:
                told = ("time", count * _MINUTES[str(rule.unit)]) in signs or (_LEAST, count) in signs
                if not told:
                    yield key

    def _counting(
        self, rule: PricingRule, facts: tuple[str, ...]
    ) -> Iterator[tuple[str, set[object], object]]:
        """Give what each fact tells of how time is counted: the key of a price, the values that fit, and its own."""
        if rule.unit is None:
            return
        unit = _MINUTES[rule.unit.value]
        minimum, increment = (
            None if count is None or count == UNKNOWN else int(count) * unit
            for count in (rule.minimum, rule.increment)
        )
        for fact in facts:
            signs = self.of_fact(fact)
            minutes: set[object] = set(least(self.stands.words, self.catalogue.facts[fact].text))
            yield "unit", {value for kind, value in signs if kind == _EACH}, rule.unit.value
            yield "minimum", minutes, minimum
            if increment is not None:
                yield "increment", {value for kind, value in signs if kind == "time"} - minutes, increment

    def _rate(
        self, path: Path, value: Decimal, unit: Unit | None, facts: tuple[str, ...]
    ) -> Iterator[Doubted]:
        """Doubt a rate that no fact tells, or that one tells for another unit."""
        signs = {sign for fact in facts for sign in self.of_fact(fact)}
        units = {each for kind, told in signs if kind == _RATE for amount, each in [told] if amount == value}
        if ("money", value) not in signs or (unit and units and unit.value not in units):
            yield Doubted(path, str(value), facts)

    def _amount(self, path: Path, value: Decimal, facts: tuple[str, ...]) -> Iterator[Doubted]:
        told = {each for fact in facts for kind, each in self.of_fact(fact) if kind == "money"}
        if told and value not in told:
            yield Doubted(path, str(value), facts)


def _has(known: Collection[_Sign], figure: Figure) -> bool:
    if figure.kind == _LEAST:
        return any(value == figure.value for _, value in known)
    if figure.unit and figure.sign not in known:
        # Whoever tells the amount alone, and how time is counted, tells both.
        parts = ("money", figure.value), (_EACH, figure.unit)
        return all(each in known for each in parts) and all(kind != _RATE for kind, _ in known)
    return figure.sign in known


def _of_rule(rule: PricingRule) -> Iterator[_Sign]:
    if rule.unit:
        yield _EACH, rule.unit.value
        for count in (rule.minimum, rule.increment):
            if count is not None and count != UNKNOWN:
                yield "time", int(count) * _MINUTES[rule.unit.value]
                yield _LEAST, int(count)
    for rate in rule.rates or ():
        yield "money", rate.value
        if rule.unit:
            yield _RATE, (rate.value, rule.unit.value)
    for row in rule.rows:
        if row.amount:
            yield "money", row.amount.value


def _of_example(rule: PricingRule, example: Example) -> Iterator[_Sign]:
    if example.minutes is not None:
        yield "time", example.minutes
    if example.expect.units is not None and rule.unit:
        yield "time", example.expect.units * _MINUTES[rule.unit.value]
    if example.expect.amount is not None:
        yield "money", example.expect.amount
