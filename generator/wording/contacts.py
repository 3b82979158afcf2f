"""Whom to ask, in words: one contact, or several, each with the modalities of which it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.catalogue.contacts import ContactKind
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.formatting import Formatter


def sentence(catalogue: Catalogue, words: Words, whom: Mapping[str, Sequence[str]]) -> str:
    """Say whom to ask, or where it stands; of several, of which modalities each."""
    return " ".join(_sentence(catalogue, words, id_, of if len(whom) > 1 else ()) for id_, of in whom.items())


def _sentence(catalogue: Catalogue, words: Words, id_: str, of: Sequence[str]) -> str:
    contact = catalogue.contact[id_]
    told = (
        words.gettext("See: {whom:at}.")
        if contact.kind is ContactKind.READ
        else words.gettext("Ask: {whom}.")
    )
    made = told.format(whom=Formatter(catalogue, words).named(contact))
    if not of:
        return made
    names = ", ".join(catalogue.modality[each].name for each in of)
    return f"{made.removesuffix('.')} ({names})."
