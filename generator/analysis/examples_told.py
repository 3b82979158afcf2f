"""What an example says in words of who asks and for how long, held to its case."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from generator.analysis.figures_told import figures
from generator.analysis.standing import standing
from generator.analysis.traversal import once
from generator.catalogue.pricing_rules import Example
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.stems import stem, stems

_WORD = re.compile(r"\w+")

_LEAST = 4
"""Letters of a word of a requester's name that is no article."""


class ToldOtherwise(NamedTuple):
    """A value of an example of which its text says another: its path, what the text says, and the value."""

    path: Path
    told: str
    value: str


@once
def told_otherwise(catalogue: Catalogue) -> tuple[ToldOtherwise, ...]:
    """Give the requesters and the minutes of examples of which the text of the example says another."""
    return tuple(_told_otherwise(catalogue))


def _told_otherwise(catalogue: Catalogue) -> Iterator[ToldOtherwise]:
    heads: dict[str, set[str]] = {}
    for requester in catalogue.requesters:
        for head in list(stems(requester.name, _LEAST))[:1]:
            heads.setdefault(head, set()).add(requester.id)
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, example in enumerate(rule.examples):
            path = ("pricing_rules", index, "examples", number)
            asking = example.given.get(REQUESTER, "")
            told = _first(example.text, heads)
            if told and asking in catalogue.requester and asking not in heads[stem(told)]:
                yield ToldOtherwise((*path, "given", REQUESTER), told, catalogue.requester[asking].name)
            if time := _minutes(catalogue, example):
                yield ToldOtherwise((*path, "minutes"), time, str(example.minutes))


def _first(text: str, heads: Container[str]) -> str:
    """Return the word of a text that names a requester first: whoever is named later may be whom they serve."""
    return next((word for word in _WORD.findall(text) if len(word) >= _LEAST and stem(word) in heads), "")


def _minutes(catalogue: Catalogue, example: Example) -> str:
    """Return the time that the text of an example tells, if it is another than its own; empty where it is not."""
    stands = standing(catalogue)
    if example.minutes is None or stands is None:
        return ""
    found = [each for each in figures(stands.words, example.text) if each.kind == "time"]
    if not found or any(each.value == example.minutes for each in found):
        return ""
    return example.text[found[0].start : found[0].end]
