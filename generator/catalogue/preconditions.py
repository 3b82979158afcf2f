"""`preconditions`: what may have to come before a service, or before its charge."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry, Forms
from generator.catalogue.fields import DescribedEnum, FactIds, Id, Line, Prose
from generator.catalogue.references import RefersTo


class PreconditionKind(DescribedEnum):
    """What sort of thing has to come first."""

    DOCUMENT = "document", "A document."
    ACCEPTANCE = "acceptance", "Somebody agrees to something."
    APPOINTMENT = "appointment", "A day and time are agreed on."
    EARLIER_SERVICE = "earlier_service", "Another modality comes before: see `service`."
    PAYMENT = "payment", "A payment."


class Precondition(Entry):
    """A thing that comes first."""

    id: Id
    kind: PreconditionKind
    name: Line
    forms: Forms = Field(Forms(), description="How its name stands in a sentence.")
    description: Prose
    searched_as: tuple[Line, ...] = Field(
        (), description="For `acceptance`: words by which readers look for what to check before it."
    )
    service: Annotated[Id | None, RefersTo("modality")] = Field(
        None, description="For `earlier_service`: the modality that must have come before."
    )
    facts: FactIds
