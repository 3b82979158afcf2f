"""A rate that the catalogue has, beside a sentence that nobody knows it, leaves readers without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.standing import Standing, standing
from generator.analysis.word_meanings import Token
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.pricing_rules import PricingRule
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.wordlists import PAUSE, sentences

_KEYS = {"rate": "rates", "least": "minimum"}
"""What words say of a price, and the key that tells it."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    if not (stands := standing(catalogue)):
        return
    for text, paths in stands.statements(stands.words.marks("unknown")):
        for path in paths:
            match path:
                case ("pricing_rules", int(index), *_):
                    rule = catalogue.pricing_rules[index]
                    for told, key in _unknown(stands, text):
                        if _is_told(rule, key):
                            related = (("pricing_rules", index, key),)
                            yield Finding(path, {"told": told, "key": key}, related=related, excerpt=told)


def _unknown(stands: Standing, text: str) -> Iterator[tuple[str, str]]:
    """Give what a text says not to be known: its words, and the key of a price that would tell it."""
    for begin, end in sentences(text):
        tokens = stands.words.tokens(text[begin:end])
        doubts = [each for each in tokens if each.meaning == "unknown"]
        for token in tokens if doubts else ():
            key = _KEYS.get(token.meaning)
            if key and any(not PAUSE.search(_between(text[begin:end], token, doubt)) for doubt in doubts):
                yield text[begin + token.start : begin + token.end], key


def _between(text: str, one: Token, other: Token) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _is_told(rule: PricingRule, key: str) -> bool:
    return getattr(rule, key) not in (None, (), UNKNOWN)
