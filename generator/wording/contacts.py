"""Whom to ask, in words: one contact, or several, each with the modalities of which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue.contacts import ContactKind
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.formatting import Formatter


class Whom(NamedTuple):
    """One who is asked: plain words that say who, or of what; how to reach them, in inline Markdown; and the facts."""

    said: str
    how: str
    facts: tuple[str, ...]
    at: str = ""
    """Where it is read, in a sentence: then nobody needs to be asked."""


def told(catalogue: Catalogue, words: Words, id_: str) -> Whom:
    """Tell of a contact alone."""
    contact = catalogue.contact[id_]
    at = Formatter(catalogue, words).named(contact).at if contact.kind is ContactKind.READ else ""
    return Whom(sentence(catalogue, words, id_), contact.how, contact.facts, at)


def asked(catalogue: Catalogue, words: Words, whom: Mapping[str, Sequence[str]]) -> Iterator[Whom]:
    """Tell of each contact how to reach it: one alone is named before, of several it is said of which modalities."""
    for id_, of in whom.items():
        names = ", ".join(catalogue.modality[each].name for each in of)
        name = Formatter(catalogue, words).named(catalogue.contact[id_]).name
        one = told(catalogue, words, id_)
        yield one._replace(said=f"{names}: {name}.") if len(whom) > 1 else one


def sentence(catalogue: Catalogue, words: Words, id_: str) -> str:
    """Say whom to ask, or where it stands."""
    contact = catalogue.contact[id_]
    told = (
        words.gettext("See: {whom:at}.")
        if contact.kind is ContactKind.READ
        else words.gettext("Ask: {whom}.")
    )
    return told.format(whom=Formatter(catalogue, words).named(contact))


def in_doubt(catalogue: Catalogue, words: Words, id_: str) -> str:
    """Say the same where nobody has asked anything yet."""
    contact = catalogue.contact[id_]
    told = (
        words.gettext("If in doubt, look {whom:at}.")
        if contact.kind is ContactKind.READ
        else words.gettext("If in doubt, ask {whom:object}.")
    )
    return told.format(whom=Formatter(catalogue, words).named(contact))
