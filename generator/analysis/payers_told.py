"""Who pays, as texts tell it, held to the payers of the cases that the texts are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.analysis.prices_told import reaching
from generator.analysis.standing import Standing, standing
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import PriceRow, PricingRule
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.stems import head, stems
from generator.language.wordlists import PAUSE, sentences, small
from generator.pricing.payer import payer

_REACH = 2
"""Words between the one for “pays” and the first of a party’s name: a verb and an article, or the rest of the name."""

_NEAR = 200
"""Signs on either side of the word in which the party is looked for."""


class Mistaken(NamedTuple):
    """A text that says that somebody pays who does not."""

    path: Path
    excerpt: str
    party: str


def mistaken(catalogue: Catalogue) -> Iterator[Mistaken]:
    """Give where a text says of a party that it pays, and it does so in no case that the text is about."""
    stands = standing(catalogue)
    if stands is None:
        return
    for text, paths in stands.statements(stands.words.marks("pays")):
        told = list(_told(catalogue, stands, text))
        for path in paths if told else ():
            payers = _payers(catalogue, stands, path)
            for piece, party in told:
                if payers is not None and party not in payers:
                    yield Mistaken(path, piece, catalogue.party[party].name)


def mistaken_in(catalogue: Catalogue, text: str) -> Iterator[tuple[int, int]]:
    """Give where a text beside the catalogue says of a party that it pays, and no modality of the sentence has that."""
    stands = standing(catalogue)
    if stands is None or not any(each in small(text) for each in stands.words.marks("pays")):
        return
    for begin, end in sentences(text):
        sentence = text[begin:end]
        rows = [row for _, each in stands.named_in(sentence) for row in _rule(catalogue, each).rows]
        payers = set(_of_rows(catalogue, rows))
        for piece, party in _told(catalogue, stands, sentence) if rows else ():
            if party not in payers:
                start = begin + sentence.index(piece)
                yield start, start + len(piece)


def _told(catalogue: Catalogue, stands: Standing, text: str) -> Iterator[tuple[str, str]]:
    """Give who pays by a text: the words, and the party that stands beside them."""
    heads = {word: party.id for party in catalogue.parties if (word := head(party.name))}
    for begin, end in sentences(text):
        sentence = text[begin:end]
        tokens = stands.words.tokens(sentence)
        for index, token in enumerate(tokens):
            start, stop = begin + token.start, begin + token.end
            if token.meaning != "pays":
                continue
            if "not" not in reaching(sentence, tokens, index):
                after = PAUSE.split(text[stop : min(end, stop + _NEAR)])[0]
                before = PAUSE.split(text[max(begin, start - _NEAR) : start])[-1]
                beside = (*list(stems(before))[-_REACH:], *list(stems(after))[: _REACH + 1])
                found = {heads[each] for each in beside if each in heads}
                if len(found) == 1:
                    yield text[start:stop], found.pop()


def _payers(catalogue: Catalogue, stands: Standing, path: Path) -> set[str | None] | None:
    """Return who pays in the cases that a text is about; None where it is about none."""
    match path:
        case ("pricing_rules", int(index), "rows", int(number), *_):
            return set(_of_rows(catalogue, [catalogue.pricing_rules[index].rows[number]]))
        case ("pricing_rules", int(index), "examples", int(number), *_):
            return {catalogue.pricing_rules[index].examples[number].expect.payer}
        case ("pricing_rules", int(index), *_):
            return set(_of_rows(catalogue, catalogue.pricing_rules[index].rows))
        case ("requesters", int(index), *_):
            return {catalogue.requesters[index].billed}
        case ("modalities", int(index), "requesters", str(name), *_):
            rows = _rule(catalogue, catalogue.modalities[index]).rows
            return set(_of_rows(catalogue, rows, catalogue.members(name)))
    about = stands.about(path)
    rows = tuple(row for modality in about for row in _rule(catalogue, modality).rows)
    return set(_of_rows(catalogue, rows)) if about else None


def _rule(catalogue: Catalogue, modality: Modality) -> PricingRule:
    return catalogue.pricing_rule[modality.pricing]


def _of_rows(
    catalogue: Catalogue, rows: Iterable[PriceRow], of: Iterable[str] | None = None
) -> Iterator[str | None]:
    asking = set(catalogue.requester if of is None else of)
    for row in rows:
        named = row.when.get(REQUESTER)
        members = asking if named is None else {each for name in named for each in catalogue.members(name)}
        for each in members & asking:
            yield payer(row, catalogue.requester[each])
