"""Reads a catalogue as its promises: all of them, in an order that does not depend on how it is written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.promises.decided import decided
from generator.promises.entries import told
from generator.promises.promise import Promise
from generator.promises.telling import Telling


def promises(catalogue: Catalogue, words: Words) -> tuple[Promise, ...]:
    """Return all that a catalogue promises, in a language; it must be one that the checks find no error in."""
    return tuple(sorted(made(catalogue, words), key=lambda each: each.place))


def made(catalogue: Catalogue, words: Words) -> Iterator[Promise]:
    """Give the same one after the other, as they stand in the catalogue."""
    tell = Telling(catalogue, words)
    yield from decided(tell)
    yield from told(tell)
