"""`glossary`: the words that a reader has to know, with every form in which they appear."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.entry import Entry
from generator.catalogue.fields import EarlierIds, FactIds, Id, Line, Lines, Prose


class Term(Entry):
    """A word with its meaning. A form that starts with a capital is matched only with that capital."""

    id: Id
    earlier_ids: EarlierIds = ()
    term: Line = Field(description="The word, as it stands in the texts.")
    plural: Lines = Field((), description="Its plural, and those of `also`, as they stand in the texts.")
    also: tuple[Line, ...] = Field((), description="Further forms in which it stands in the texts.")
    searched_as: tuple[Line, ...] = Field(
        (), description="Further words by which readers look for it; they are not linked in the texts."
    )
    definition: Prose
    facts: FactIds
