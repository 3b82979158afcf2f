"""A name that two things share must be told apart by a word more, or readers take one for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.names import names, terms
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.language.normalise import fold


def check(catalogue: Catalogue) -> Iterator[Finding]:
    # A term may be called like the thing that it explains, so terms are held against each other only.
    yield from _shared(names(catalogue))
    yield from _shared(terms(catalogue))
    for index, dimension in enumerate(catalogue.dimensions):
        # A value is always shown under its dimension: those of two dimensions may be called alike.
        yield from _shared(
            (("dimensions", index, "values", number, "name"), value.id, value.name)
            for number, value in enumerate(dimension.values)
        )


def _shared(named: Iterable[tuple[Path, str, str]]) -> Iterator[Finding]:
    first: dict[str, tuple[Path, str]] = {}
    for path, id_, name in named:
        before, owner = first.setdefault(fold(name), (path, id_))
        if owner != id_:
            yield Finding(path, {"name": name}, related=(before,))
