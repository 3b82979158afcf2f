"""Whom to ask about what no source tells: which questions concern a modality, and which contact each has there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue.modalities import Modality
from generator.catalogue.open_questions import Missing, OpenQuestion
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.contacts import Whom, told


def questions_about(catalogue: Catalogue, modality: Modality) -> Iterator[OpenQuestion]:
    """Give the open questions that concern a modality: those that name it, and those that are about all."""
    for question in catalogue.open_questions:
        if not question.modalities or modality.id in question.modalities:
            yield question


def contact_for(question: OpenQuestion, modality: Modality) -> str:
    """Return the id of the contact that a question has where it is asked of a modality."""
    return question.ask or modality.contact


def contacts_for(catalogue: Catalogue, question: OpenQuestion) -> Mapping[str, tuple[str, ...]]:
    """Give whom to ask a question: each contact with the modalities of which it is asked, empty for all."""
    found: dict[str, tuple[str, ...]] = {}
    for id_ in question.modalities or catalogue.modality:
        contact = contact_for(question, catalogue.modality[id_])
        found[contact] = (*found.get(contact, ()), id_)
    return found if len(found) > 1 else dict.fromkeys(found, question.modalities)


def asked_of(catalogue: Catalogue, modality: Modality, missing: Missing) -> str | None:
    """Return the id of the contact; None where no open question asks what is missing."""
    questions = questions_about(catalogue, modality)
    return next((contact_for(each, modality) for each in questions if missing in each.gaps), None)


def whom_to_ask(catalogue: Catalogue, words: Words, modality: Modality, missing: Missing) -> Whom | None:
    """Say whom to ask; None where no open question asks what is missing."""
    id_ = asked_of(catalogue, modality, missing)
    return told(catalogue, words, id_) if id_ else None
