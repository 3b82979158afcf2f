"""`pricing_rules`: how a price comes about, as a table from cases to results, with worked examples."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.catalogue.fields import (
    Amount,
    Count,
    Currency,
    Day,
    Entry,
    FactIds,
    Id,
    Ids,
    KnownCount,
    Line,
    Part,
    Prose,
    Statement,
)


class Basis(StrEnum):
    """What the price is counted by."""

    NONE = "none"
    TIME = "time"
    FIXED = "fixed"
    RECURRING = "recurring"
    QUOTE = "quote"


class PriceState(StrEnum):
    """What a case comes to."""

    FREE = "free"
    CHARGED = "charged"
    WAIVED = "waived"
    ON_QUOTE = "on_quote"
    NOT_OFFERED = "not_offered"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """What time is counted in."""

    MINUTE = "minute"
    HOUR = "hour"


class Tax(StrEnum):
    """Whether an amount holds its taxes."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    UNKNOWN = "unknown"


class Price(Entry):
    """An amount of money; the guide's currency unless it names its own."""

    value: Amount
    currency: Currency | None = None
    tax: Tax = Tax.UNKNOWN


class Rate(Entry):
    """What one unit of time costs, from a day on and up to a last day (both included)."""

    value: Amount
    currency: Currency | None = None
    tax: Tax = Tax.UNKNOWN
    valid_from: Day
    valid_to: Day | None = None
    facts: FactIds


class PriceRow(Entry):
    """One row of the table: the cases it is for, what they come to, and why."""

    id: Id
    when: Mapping[Id, Ids] = Field(
        default_factory=dict,
        description="Dimension to values: `requester`, `outcome` or a key of `dimensions`. What is not named is any.",
    )
    then: PriceState
    payer: Id | None = Field(
        None,
        description="The party that pays, or `unknown`; left out, the one who is billed for the requester.",
    )
    amount: Price | None = Field(None, description="For a fixed price: what this row costs.")
    reason: Prose
    facts: FactIds


class ExampleResult(Part):
    """What an example must give."""

    state: PriceState
    payer: Id | None = None
    units: Count | None = Field(None, description="Billed units of time.")
    amount: Amount | None = None


class Example(Entry):
    """A case with its result: shown to readers and computed as a test."""

    id: Id
    text: Prose
    given: Mapping[Id, Id] = Field(
        description="`requester`, `outcome` and further dimensions, one value each."
    )
    minutes: Count | None = None
    expect: ExampleResult
    facts: FactIds


class Gap(Entry):
    """What no source tells, with the facts that say so."""

    facts: FactIds


class PricingGaps(Part):
    """Which parts of a price no source tells."""

    minimum: Gap | None = None
    increment: Gap | None = None
    rates: Gap | None = None


class PricingRule(Entry):
    """How a price comes about."""

    id: Id
    name: Line
    summary: Prose
    basis: Basis
    unit: Unit | None = None
    minimum: KnownCount | None = Field(None, description="Least quantity billed: the first block, in units.")
    increment: KnownCount | None = Field(
        None, description="After the first block, each started increment counts whole."
    )
    rates: tuple[Rate, ...] | None = None
    depends_on: tuple[Id, ...] = Field((), description="Keys of `dimensions` that the rows look at.")
    statements: tuple[Statement, ...] = Field((), description="What else a reader must know of this price.")
    rows: tuple[PriceRow, ...] = Field(min_length=1)
    examples: tuple[Example, ...] = ()
    facts: FactIds
    gaps: PricingGaps = Field(
        PricingGaps(), description="The facts that say that a part of the price is not known."
    )

    def facts_on(self, gap: Literal["minimum", "increment", "rates"]) -> tuple[str, ...]:
        """Return the facts that say that no source tells this; the rule's own where none was named."""
        named: Gap | None = getattr(self.gaps, gap)
        return named.facts if named else self.facts
