"""Every name and term by which readers know an entry, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Path


def names(catalogue: Catalogue) -> Iterator[tuple[Path, str, str]]:
    """Give path, id and name of whatever readers know by a name of its own; terms explain, and are none of these."""
    for index, group in enumerate(catalogue.guide.groups):
        yield ("guide", "groups", index, "name"), group.id, group.name
    for key in (
        "parties",
        "contacts",
        "requesters",
        "requester_groups",
        "outcomes",
        "dimensions",
        "preconditions",
        "scopes",
        "aspects",
        "pricing_rules",
        "modalities",
    ):
        for index, entry in enumerate(getattr(catalogue, key)):
            yield (key, index, "name"), entry.id, entry.name
    for index, scopes in enumerate(catalogue.scopes):
        for number, scope in enumerate(scopes.items):
            yield ("scopes", index, "items", number, "name"), scope.id, scope.name


def terms(catalogue: Catalogue) -> Iterator[tuple[Path, str, str]]:
    """Give path, id and form of each form of each term of the glossary."""
    for index, term in enumerate(catalogue.glossary):
        yield ("glossary", index, "term"), term.id, term.term
        for number, plural in enumerate(term.plural):
            yield ("glossary", index, "plural", number), term.id, plural
        for number, form in enumerate(term.also):
            yield ("glossary", index, "also", number), term.id, form
