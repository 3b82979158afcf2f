"""What an example says in words of who asks and for how long, held to its case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.figures_told import figures
from generator.analysis.standing import standing
from generator.analysis.traversal import once
from generator.catalogue.pricing_rules import Example
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.stems import first_named, head, stem


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
        if word := head(requester.name):
            heads.setdefault(word, set()).add(requester.id)
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, example in enumerate(rule.examples):
            path = ("pricing_rules", index, "examples", number)
            asking = example.given.get(REQUESTER, "")
            # Whoever is named later may be whom they serve.
            told = first_named(example.text, heads)
            if told and asking in catalogue.requester and asking not in heads[stem(told)]:
                yield ToldOtherwise((*path, "given", REQUESTER), told, catalogue.requester[asking].name)
            if time := _minutes(catalogue, example):
                yield ToldOtherwise((*path, "minutes"), time, str(example.minutes))


def _minutes(catalogue: Catalogue, example: Example) -> str:
    """Return the time that the text of an example tells, if it is another than its own; empty where it is not."""
    stands = standing(catalogue)
    if example.minutes is None or stands is None:
        return ""
    found = [each for each in figures(stands.words, example.text) if each.kind == "time"]
    if not found or any(each.value == example.minutes for each in found):
        return ""
    return example.text[found[0].start : found[0].end]
