"""`preconditions`: what may have to come before a service, or before its charge."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.catalogue.fields import Entry, FactIds, Id, Line, Prose


class PreconditionKind(StrEnum):
    """What sort of thing has to come first."""

    DOCUMENT = "document"
    ACCEPTANCE = "acceptance"
    APPOINTMENT = "appointment"
    EARLIER_SERVICE = "earlier_service"
    PAYMENT = "payment"


class Precondition(Entry):
    """A thing that comes first."""

    id: Id
    kind: PreconditionKind
    name: Line
    description: Prose
    service: Id | None = Field(
        None, description="For `earlier_service`: the modality that must have come before."
    )
    facts: FactIds
