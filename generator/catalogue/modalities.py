"""`modalities`: the ways in which customers are served, each put together from the lists of the other keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry, Forms, Statement
from generator.catalogue.fields import Code, Day, DescribedEnum, EarlierIds, FactIds, Id, Line, Prose
from generator.catalogue.references import RefersTo


class ScopeState(DescribedEnum):
    """How a modality stands to a scope."""

    INCLUDED = "included", "It is covered."
    EXCLUDED = "excluded", "It is not covered."
    CONDITIONAL = "conditional", "It is covered under the `condition`."
    UNKNOWN = "unknown", "No source tells."


class Access(DescribedEnum):
    """Whether a requester may ask."""

    ALLOWED = "allowed", "May ask."
    DENIED = "denied", "May not ask."
    UNKNOWN = "unknown", "No source tells."


class Status(DescribedEnum):
    """Where a modality is in its life."""

    ACTIVE = "active", "It is offered."
    RETIRED = "retired", "It has ended; its page stays, and says so."


class Start(DescribedEnum):
    """What begins with a step."""

    CLOCK = "clock", "The time that is counted."
    CHARGE = "charge", "From here on something can be charged."


class ScopeCoverage(Entry):
    """How a modality stands to one scope, and by which facts."""

    state: ScopeState
    condition: Prose | None = Field(
        None, description="For `conditional`: under which condition it is covered."
    )
    facts: FactIds


class AspectTold(Entry):
    """What holds for a modality in one aspect, and by which facts."""

    text: Prose | None = Field(None, description="What holds, in a few words. Left out: no source tells.")
    facts: FactIds


class AccessRule(Entry):
    """Whether a requester, or a group of them, may ask for a modality."""

    state: Access
    note: Prose | None = None
    facts: FactIds


class RequiredPrecondition(Entry):
    """What must come first in this modality, and what it holds back."""

    precondition: Annotated[Id, RefersTo("precondition")] = Field(
        description="What must come first: one of `preconditions`."
    )
    note: Prose | None = Field(None, description="What it means here, e.g. that no charge starts before it.")
    facts: FactIds


class Step(Entry):
    """One step from the wish to the result."""

    actor: Line = Field(description="Who acts, as the start of a label: `You`, `Workshop`.")
    text: Prose
    precondition: Annotated[Id | None, RefersTo("precondition")] = Field(
        None, description="The precondition that this step fulfils."
    )
    starts: tuple[Start, ...] = Field((), description="What begins here: `clock`, `charge`, or both.")
    facts: FactIds


class Request(Entry):
    """What somebody can write to ask for it: a message in their own words, with lines to fill in."""

    text: Prose = Field(
        description="How the message begins, as who asks would write it: `Hello! My clock has stopped.`"
    )
    blanks: tuple[Line, ...] = Field(
        (), description="What whoever reads it has to know, a line each to fill in: `Kind of clock`."
    )
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
    group: Annotated[Id, RefersTo("group")] = Field(
        description="The group of `guide.groups` that it stands in."
    )
    name: Line = Field(description="The name that customers know it by.")
    forms: Forms = Field(Forms(), description="How its name stands in a sentence.")
    summary: Prose
    icon: Line | None = Field(
        None,
        description="Its sign: one of Material's icons by name. Left out, its code is its sign.",
        examples=["material/headset"],
    )
    audience: Line = Field(description="Who it is for, in a few words, for its card.")
    audience_facts: FactIds | None = Field(
        None, description="What `audience` rests on, if not on the facts of the whole modality."
    )
    facts: FactIds
    status: Status = Status.ACTIVE
    retired_on: Day | None = Field(None, description="For `retired`: the day on which it ended.")
    replaced_by: Annotated[Id | None, RefersTo("modality")] = Field(
        None, description="For `retired`: the modality that took its place."
    )
    earlier_names: tuple[EarlierName, ...] = Field((), description="Names that readers may still know.")
    searched_as: tuple[Line, ...] = Field(
        (), description="Words by which readers look for it, beside its name and its earlier names."
    )
    characteristics: tuple[Statement, ...] = Field(
        (), description="What sets it apart, sentence by sentence."
    )
    recommendations: tuple[Statement, ...] = Field(
        (), description="What a reader does well to do, sentence by sentence."
    )
    scopes: Annotated[Mapping[Id, ScopeCoverage], RefersTo("scope")] = Field(
        description="Each scope to how the modality stands to it."
    )
    aspects: Annotated[Mapping[Id, AspectTold], RefersTo("aspect")] = Field(
        default_factory=dict, description="Each aspect to what holds for the modality."
    )
    requesters: Annotated[Mapping[Id, AccessRule], RefersTo("requester", groups=True)] = Field(
        description="Requester or group to its access; each requester once."
    )
    pricing: Annotated[Id, RefersTo("pricing rule")] = Field(
        description="How its price comes about: a rule of `pricing_rules`."
    )
    preconditions: tuple[RequiredPrecondition, ...] = Field(
        (), description="What must come first in this modality, and what it holds back."
    )
    preconditions_facts: FactIds | None = Field(
        None, description="The facts that say that no source tells whether more must come first."
    )
    steps: tuple[Step, ...] = Field((), description="The way from the wish to the result, step by step.")
    request: Request | None = Field(None, description="What somebody can write to ask for it.")
    neighbours: Annotated[tuple[Id, ...], RefersTo("modality")] = Field(
        (),
        description="Modalities that readers confuse with this one. A pair is written once, on either side.",
    )
    contact: Annotated[Id, RefersTo("contact")] = Field(
        description="Whom to ask about what the guide leaves open."
    )

    @property
    def facts_of_audience(self) -> tuple[str, ...]:
        """The facts that say whom it is for: those of `audience`, or else of the whole modality."""
        return self.audience_facts or self.facts

    def wants(self, precondition: str) -> tuple[str, ...] | None:
        """Return the facts that say that something must come first; None where none does."""
        facts = [each.facts for each in self.preconditions if each.precondition == precondition]
        return tuple(fact for each in facts for fact in each) if facts else None
