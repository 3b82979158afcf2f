"""Whoever is sent to a document that their service does not have is sent nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Hold the contact of each modality, and of each question with the modalities it is about, to what comes first."""
    for index, modality in enumerate(catalogue.modalities):
        yield from _of(catalogue, ("modalities", index, "contact"), modality.contact, (modality.id,))
    for index, question in enumerate(catalogue.open_questions):
        if question.ask:
            about = question.modalities or tuple(catalogue.modality)
            yield from _of(catalogue, ("open_questions", index, "ask"), question.ask, about)


def _of(catalogue: Catalogue, path: Path, contact: str, modalities: tuple[str, ...]) -> Iterator[Finding]:
    whom = catalogue.contact[contact]
    for id_ in modalities:
        modality = catalogue.modality[id_]
        if not catalogue.has_first(modality, whom.requires):
            lacking = ", ".join(catalogue.precondition[each].name for each in whom.requires or ())
            values = {"contact": whom.name, "modality": modality.name, "preconditions": lacking}
            related = (("modalities", catalogue.position[id_], "id"),)
            yield Finding(path, values, related=related, facts=whom.facts)
            return
