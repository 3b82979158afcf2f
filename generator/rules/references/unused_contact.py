"""A contact whom nobody is sent to is a telephone that never rings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {modality.contact for modality in catalogue.modalities}
    used |= {question.ask for question in catalogue.open_questions if question.ask}
    for index, entry in enumerate(catalogue.contacts):
        if entry.id not in used:
            yield Finding(("contacts", index, "id"), {"name": entry.name}, facts=entry.facts)
