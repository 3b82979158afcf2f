"""`outcomes` and `dimensions`: what a price can depend on besides the requester, as finite lists of values."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.entry import Entry, Statement
from generator.catalogue.fields import Code, EarlierIds, FactIds, Id, Line, Prose


class Outcome(Entry):
    """A way in which an analysis can end."""

    id: Id
    earlier_ids: EarlierIds = ()
    code: Code
    name: Line
    description: Prose
    facts: FactIds


class DimensionValue(Entry):
    """One value of a further dimension."""

    id: Id
    earlier_ids: EarlierIds = ()
    code: Code
    name: Line
    description: Prose | None = None
    facts: FactIds | None = None


class Dimension(Entry):
    """Any further thing that a price depends on (severity, hours, package): finitely many values."""

    id: Id
    name: Line
    description: Prose | None = None
    values: tuple[DimensionValue, ...] = Field(min_length=2)
    if_unknown: Statement | None = Field(
        None, description="What whoever does not know the value yet can do now."
    )
