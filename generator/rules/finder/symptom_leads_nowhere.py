"""A symptom is a way in: a reader who follows it has to come to one place, and not to none or to two."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, symptom in enumerate(catalogue.finder.symptoms):
        if bool(symptom.answers) == bool(symptom.modality):
            yield Finding(("finder", "symptoms", index, "text"), {"symptom": symptom.text})
