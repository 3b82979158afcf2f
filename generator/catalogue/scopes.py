"""`scopes`: what a service can cover, each thing once, in groups."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.entry import Entry
from generator.catalogue.fields import FactIds, Id, Line, Prose


class Scope(Entry):
    """A thing that a modality covers, does not cover, or covers under a condition."""

    id: Id
    name: Line
    description: Prose | None = None
    facts: FactIds


class ScopeGroup(Entry):
    """Scopes that a reader looks for together."""

    id: Id
    name: Line
    items: tuple[Scope, ...] = Field(min_length=1)
