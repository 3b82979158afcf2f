"""A modality that has ended cannot be the answer to anybody's need."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.modalities import Status
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    places: dict[str, list[tuple[Path, tuple[str, ...]]]] = {}
    for index, row in enumerate(catalogue.finder.rows):
        for number, name in enumerate(row.recommend):
            if catalogue.modality[name].status is Status.RETIRED:
                place: Path = ("finder", "rows", index, "recommend", number)
                places.setdefault(name, []).append((place, row.facts))
    for index, symptom in enumerate(catalogue.finder.symptoms):
        if symptom.modality and catalogue.modality[symptom.modality].status is Status.RETIRED:
            places.setdefault(symptom.modality, []).append((("finder", "symptoms", index, "modality"), ()))
    for name, found in places.items():  # one report for each modality, however often it is recommended
        (path, facts), *others = found
        values = {"modality": catalogue.modality[name].name}
        yield Finding(path, values, related=tuple(each for each, _ in others), facts=facts)
