"""`parties`: who can be asked to pay."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.entry import Entry
from generator.catalogue.fields import FactIds, Id, Line, Prose


class Party(Entry):
    """Somebody who can pay; the name stands in the middle of a sentence (“… pays”)."""

    id: Id
    name: Line = Field(description="With its article, as in mid-sentence: `the buyer`.")
    description: Prose
    facts: FactIds
