"""`modalities`: the ways in which customers are served, each put together from the lists of the other keys."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from generator.catalogue.fields import Code, Day, EarlierIds, Entry, FactIds, Id, Line, Prose, Statement


class ScopeState(StrEnum):
    """How a modality stands to a scope."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"


class Access(StrEnum):
    """Whether a requester may ask."""

    ALLOWED = "allowed"
    DENIED = "denied"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Where a modality is in its life."""

    ACTIVE = "active"
    RETIRED = "retired"


class ScopeStand(Entry):
    """How a modality stands to one scope, and by which facts."""

    state: ScopeState
    condition: Prose | None = Field(
        None, description="For `conditional`: under which condition it is covered."
    )
    facts: FactIds


class AccessStand(Entry):
    """Whether a requester, or a group of them, may ask for a modality."""

    state: Access
    note: Prose | None = None
    facts: FactIds


class RequiredPrecondition(Entry):
    """What must come first in this modality, and what it holds back."""

    precondition: Id
    note: Prose | None = Field(None, description="What it means here, e.g. that no charge starts before it.")
    facts: FactIds


class Step(Entry):
    """One step from the wish to the result."""

    actor: Line = Field(description="Who acts, as the start of a label: `You`, `Workshop`.")
    text: Prose
    precondition: Id | None = Field(None, description="The precondition that this step fulfils.")
    facts: FactIds


class EarlierName(Entry):
    """A name that readers may still know."""

    name: Line
    facts: FactIds


class Modality(Entry):
    """A way in which customers are served."""

    id: Id
    earlier_ids: EarlierIds = ()
    code: Code
    group: Id
    name: Line
    summary: Prose
    audience: Line = Field(description="Who it is for, in a few words, for its card.")
    facts: FactIds
    status: Status = Status.ACTIVE
    retired_on: Day | None = None
    replaced_by: Id | None = None
    earlier_names: tuple[EarlierName, ...] = ()
    characteristics: tuple[Statement, ...] = ()
    recommendations: tuple[Statement, ...] = ()
    scopes: Mapping[Id, ScopeStand]
    requesters: Mapping[Id, AccessStand] = Field(
        description="Requester or group to its access; each requester once."
    )
    pricing: Id
    preconditions: tuple[RequiredPrecondition, ...] = ()
    steps: tuple[Step, ...] = ()
    neighbours: tuple[Id, ...] = Field(
        (),
        description="Modalities that readers confuse with this one. A pair is written once, on either side.",
    )
    contact: Id = Field(description="Whom to ask about what the guide leaves open.")
