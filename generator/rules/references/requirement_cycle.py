"""Where a service must come before itself, nobody can ever begin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.cycles import circles
from generator.catalogue.modalities import Modality
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    required = {
        each.id: tuple(service for _, service in _services(catalogue, each)) for each in catalogue.modalities
    }
    for way in circles(required):
        paths = [_path(catalogue, first, then) for first, then in pairwise(way)]
        names = " → ".join(catalogue.modality[name].name for name in way)
        yield Finding(paths[0], {"way": names}, related=tuple(paths[1:]))


def _services(catalogue: Catalogue, modality: Modality) -> Iterator[tuple[int, str]]:
    for number, required in enumerate(modality.preconditions):
        precondition = catalogue.precondition.get(required.precondition)
        if precondition is not None and precondition.service is not None:
            yield number, precondition.service


def _path(catalogue: Catalogue, first: str, then: str) -> Path:
    numbers = {service: number for number, service in _services(catalogue, catalogue.modality[first])}
    return ("modalities", catalogue.position[first], "preconditions", numbers[then], "precondition")
