"""`contacts`: whom to ask, and how; a telephone or address that no source gives is not made up here."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.fields import Entry, FactIds, Id, Line, Prose


class Contact(Entry):
    """A person, place or document that answers what the guide leaves open."""

    id: Id
    name: Line = Field(description="With its article, as in mid-sentence: `the front desk`.")
    how: Prose = Field(description="How to reach it; inline Markdown at most.")
    facts: FactIds
