"""A name that two things share must be told apart by a word more, or readers take one for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.names import names, terms
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.i18n import N_
from generator.language.normalise import folded

TITLE = N_("Name of two things")
MESSAGE = N_("“{name}” is the name of another entry too, and nothing tells the two apart.")
CURE = N_(
    "Add to one of the names what it is, in brackets; or give both the same id, if they are one and the same."
)
NEEDS = ()


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
        before, owner = first.setdefault(folded(name), (path, id_))
        if owner != id_:
            yield Finding(path, {"name": name}, related=(before,))
