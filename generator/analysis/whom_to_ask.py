"""Whom to ask about what no source tells of a modality: the contact of the open question that asks it."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalogue.contacts import ContactKind
from generator.catalogue.modalities import Modality
from generator.catalogue.open_questions import Missing
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.contacts import sentence


class Whom(NamedTuple):
    """A sentence that says whom to ask, or where it stands, with the facts on which it rests."""

    text: str
    facts: tuple[str, ...]
    read: bool
    """Nobody needs to be asked: it stands in something that is read."""


def asked_of(catalogue: Catalogue, modality: Modality, missing: Missing) -> str | None:
    """Return the id of the contact; None where no open question asks what is missing."""
    for question in catalogue.open_questions:
        if missing in question.gaps and (not question.modalities or modality.id in question.modalities):
            return question.ask or modality.contact
    return None


def whom_to_ask(catalogue: Catalogue, words: Words, modality: Modality, missing: Missing) -> Whom | None:
    """Say whom to ask; None where no open question asks what is missing."""
    id_ = asked_of(catalogue, modality, missing)
    if id_ is None:
        return None
    contact = catalogue.contact[id_]
    return Whom(sentence(catalogue, words, id_), tuple(contact.facts), contact.kind is ContactKind.READ)
