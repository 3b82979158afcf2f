"""`glossary`: the words that a reader has to know, with every form in which they appear."""

from __future__ import annotations

from generator.catalogue.fields import Entry, FactIds, Id, Line, Prose


class Term(Entry):
    """A word with its meaning. A form that starts with a capital is matched only with that capital."""

    id: Id
    term: Line
    plural: Line | None = None
    also: tuple[Line, ...] = ()
    definition: Prose
    facts: FactIds
