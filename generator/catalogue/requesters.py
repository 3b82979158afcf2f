"""`requesters` and `requester_groups`: who may ask for a service, and who is billed for them by default."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry, Forms
from generator.catalogue.fields import Code, EarlierIds, FactIds, Id, Ids, Line, Prose
from generator.catalogue.references import RefersTo


class Requester(Entry):
    """Somebody who can ask for a modality."""

    id: Id
    earlier_ids: EarlierIds = ()
    code: Code
    name: Line
    forms: Forms = Field(Forms(), description="How its name stands in a sentence.")
    description: Prose
    billed: Annotated[Id, RefersTo("party")] = Field(
        description="The party that pays what this requester asks for, unless a price row says otherwise."
    )
    billed_facts: FactIds
    party: Annotated[Id | None, RefersTo("party")] = Field(
        None, description="The party that this requester is part of: where it pays, the guide says “you pay”."
    )
    facts: FactIds


class RequesterGroup(Entry):
    """A name for several requesters, for use in tables and modalities."""

    id: Id
    name: Line
    forms: Forms = Field(Forms(), description="How its name stands in a sentence.")
    members: Annotated[Ids, RefersTo("requester")] = Field(
        description="Who belongs to it: ids of `requesters`."
    )
