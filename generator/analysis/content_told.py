"""Figures, words of price and who may ask, on hand-written pages: a reader believes them as those of the catalogue.

A page rests on no fact of its own: each of its paragraphs is held to all that the catalogue has, and a sentence that
names a modality to the price of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.analysis import access_told
from generator.analysis.content_spelling import prose
from generator.analysis.figures_told import told_figures
from generator.analysis.order_told import disordered_in
from generator.analysis.payers_told import mistaken_in
from generator.analysis.prices_told import told_prices
from generator.catalogue.root import Catalogue
from generator.language.wordlists import sentences

_PARAGRAPH = re.compile(
    r"^[^\n]*\S[^\n]*(?:\n(?![ \t]*(?:[-*+]|\d{1,9}[.)]|#{1,6}|\|)[ \t|])[^\n]*\S[^\n]*)*", re.MULTILINE
)
"""Lines up to an empty one, or to one that begins an item, a heading or a row."""


LONGEST = 1_000
"""Signs of a sentence that is read as one: each word of price looks back at all names before it."""


class Doubtful(NamedTuple):
    """What a page tells otherwise than the catalogue: where it begins and ends, and what it speaks of."""

    start: int
    end: int
    kind: str
    """`figure`, `price`, `payer`, `access`, or `order`."""


def told_otherwise(catalogue: Catalogue, text: str, accepted: Collection[str]) -> Iterator[Doubtful]:
    """Give what a page's Markdown tells of figures, prices, payers and who may ask that does not fit the catalogue."""
    shown = prose(text)
    for found in _PARAGRAPH.finditer(shown):
        paragraph = found[0].replace("\n", " ")
        for begin, stop in sentences(paragraph):
            for at in range(begin, stop, LONGEST):
                piece = paragraph[at : min(at + LONGEST, stop)]
                for start, end, kind in _of_sentence(catalogue, piece, paragraph[stop : stop + 1]):
                    if piece[start:end] not in accepted:
                        yield Doubtful(found.start() + at + start, found.start() + at + end, kind)


def _of_sentence(catalogue: Catalogue, text: str, stop: str) -> Iterator[Doubtful]:
    if figures := told_figures(catalogue):
        yield from (Doubtful(each.start, each.end, "figure") for each in figures.unfounded_in(text))
    if prices := told_prices(catalogue):
        yield from (Doubtful(each.start, each.end, "price") for each in prices.misfits_in(text))
    yield from (Doubtful(*each, "payer") for each in mistaken_in(catalogue, text))
    yield from (Doubtful(*each, "access") for each in access_told.mistaken_in(catalogue, text, stop))
    yield from (Doubtful(*each, "order") for each in disordered_in(catalogue, text))
