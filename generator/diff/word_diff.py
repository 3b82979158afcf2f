"""Two texts that differ in some words: which ones, and whether one of them has a weight of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.analysis.word_meanings import reader
from generator.promises.changes import Effect

AROUND = 3
"""Words that are shown before and after those that differ."""

ALIKE = 0.5
"""How much of two sentences of a list is the same where one is the other in new words."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def reworded(language: str, before: str, after: str) -> tuple[Effect, str]:
    """Judge other words of a language, and show those that differ: `{+new+}`, `[-old-]`.

    Nobody but a person can tell what words mean. But where a number is another one, or a word comes or goes that says
    that something is not so, is charged or comes before, more than words may have changed.
    """
    same = _weighty(language, before) == _weighty(language, after)
    return Effect.WORDING if same else Effect.NEUTRAL, word_diff(before, after)


def _weighty(language: str, text: str) -> Counter[object]:
    """Return the numbers of a text, and what its words of weight mean where there is a list of them."""
    meanings = reader(language)
    if meanings is None:
        return Counter(_NUMBER.findall(text))
    return Counter((each.meaning, each.number) for each in meanings.tokens(text))


def word_diff(before: str, after: str) -> str:
    """Show the words that differ, with some around them."""
    return " ".join(_pieces(before.split(), after.split()))


def _pieces(old: list[str], new: list[str]) -> Iterator[str]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (kind, start, end, begin, stop) in enumerate(blocks):
        if kind != "equal":
            yield from [f"[-{' '.join(old[start:end])}-]"] if end > start else []
            yield from [f"{{+{' '.join(new[begin:stop])}+}}"] if stop > begin else []
            continue
        same = old[start:end]
        head = [] if number == 0 else same[:AROUND]
        tail = [] if number == len(blocks) - 1 else same[-AROUND:]
        if len(same) <= len(head) + len(tail):
            yield from same
        else:
            yield from (*head, "…", *tail)


def pairs(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """Return which sentences of a list became which: each the most alike, none that are mostly others."""
    found = sorted(
        ((SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio(), old, new)
         for old in before for new in after),
        key=lambda each: -each[0],
    )  # fmt: skip
    made: list[tuple[str, str]] = []
    for ratio, old, new in found:
        if ratio >= ALIKE and not any(old == one or new == other for one, other in made):
            made.append((old, new))
    return made
