"""`pricing_rules`: how a price comes about, as a table from cases to results, with worked examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.catalogue.entry import Entry, Model, Statement
from generator.catalogue.fields import (
    Amount,
    Count,
    Currency,
    Day,
    DescribedEnum,
    FactIds,
    Id,
    Ids,
    KnownCount,
    Line,
    Prose,
)
from generator.catalogue.references import Cases, RefersTo


class Basis(DescribedEnum):
    """What the price is counted by."""

    NONE = "none", "Nothing is charged."
    TIME = "time", "Time worked, in units of `unit`."
    FIXED = "fixed", "A fixed amount, told in the rows."
    RECURRING = "recurring", "A regular payment, as for a subscription."
    QUOTE = "quote", "A quote for each case."


class PriceState(DescribedEnum):
    """What a case comes to."""

    FREE = "free", "Nothing is charged for it."
    CHARGED = "charged", "It is charged."
    WAIVED = "waived", "It would be charged, but here it is not."
    ON_QUOTE = "on_quote", "The price is told in a quote."
    NOT_OFFERED = "not_offered", "It is not offered in this case."
    UNKNOWN = "unknown", "No source tells."


class Unit(DescribedEnum):
    """What time is counted in."""

    MINUTE = "minute", "Minutes."
    HOUR = "hour", "Hours."


class Tax(DescribedEnum):
    """Whether an amount holds its taxes."""

    INCLUDED = "included", "Taxes are in the amount."
    EXCLUDED = "excluded", "Taxes are added to the amount."
    UNKNOWN = "unknown", "No source tells."


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
    valid_from: Day = Field(description="The first day on which it holds.")
    valid_to: Day | None = Field(None, description="The last day on which it holds.")
    facts: FactIds


class PriceRow(Entry):
    """One row of the table: the cases it is for, what they come to, and why."""

    id: Id
    when: Annotated[Mapping[Id, Ids], Cases("dimension")] = Field(
        default_factory=dict,
        description="Dimension to values: `requester`, `outcome` or a key of `dimensions`. What is not named is any.",
    )
    then: PriceState = Field(description="What the cases of this row come to.")
    payer: Annotated[Id | None, RefersTo("party", or_unknown=True)] = Field(
        None,
        description="The party that pays, or `unknown`; left out, the one who is billed for the requester.",
    )
    amount: Price | None = Field(None, description="For a fixed price: what this row costs.")
    reason: Prose = Field(description="Why it is so, for readers; inline Markdown at most.")
    facts: FactIds


class ExampleResult(Model):
    """What an example must give."""

    state: PriceState = Field(description="What the case must come to.")
    payer: Annotated[Id | None, RefersTo("party", or_unknown=True)] = Field(
        None, description="Who pays: one of `parties`."
    )
    units: Count | None = Field(None, description="Billed units of time.")
    amount: Amount | None = None


class Example(Entry):
    """A case with its result: shown to readers and computed as a test."""

    id: Id
    text: Prose
    given: Annotated[Mapping[Id, Id], Cases("dimension", groups=False)] = Field(
        description="`requester`, `outcome` and further dimensions, one value each."
    )
    minutes: Count | None = Field(None, description="Minutes worked.")
    expect: ExampleResult = Field(description="What the rule must give for the case.")
    facts: FactIds


class PricingGap(Entry):
    """What no source tells, with the facts that say so."""

    facts: FactIds


class PricingGaps(Model):
    """Which parts of a price no source tells."""

    minimum: PricingGap | None = None
    increment: PricingGap | None = None
    rates: PricingGap | None = None


class PricingRule(Entry):
    """How a price comes about."""

    id: Id
    name: Line
    summary: Prose
    basis: Basis
    unit: Unit | None = None
    minimum: KnownCount | None = Field(None, description="Least quantity billed, in units.")
    minimum_facts: FactIds | None = Field(
        None, description="What the least quantity rests on, if not on the facts of the whole price."
    )
    increment: KnownCount | None = Field(
        None, description="Above the least quantity, each started increment counts whole."
    )
    counting_facts: FactIds | None = Field(
        None, description="What unit and increment rest on, if not on the facts of the whole price."
    )
    rates: tuple[Rate, ...] | None = None
    depends_on: Annotated[tuple[Id, ...], RefersTo("dimension")] = Field(
        (), description="Keys of `dimensions` that the rows look at."
    )
    statements: tuple[Statement, ...] = Field((), description="What else a reader must know of this price.")
    rows: tuple[PriceRow, ...] = Field(
        min_length=1, description="The table: each case falls in exactly one of its rows."
    )
    examples: tuple[Example, ...] = Field(
        (), description="Cases with their results: shown to readers and computed as tests."
    )
    facts: FactIds
    gaps: PricingGaps = Field(
        PricingGaps(), description="The facts that say that a part of the price is not known."
    )

    @property
    def facts_of_counting(self) -> tuple[str, ...]:
        """Return what a count of time rests on: its unit, and its least quantity if there is one."""
        least = self.facts_of_minimum if isinstance(self.minimum, int) else ()
        return tuple(dict.fromkeys((*self.facts_of_unit, *least)))

    @property
    def facts_of_unit(self) -> tuple[str, ...]:
        """What unit and increment rest on."""
        return self.counting_facts or self.facts

    @property
    def own_facts_of_counting(self) -> tuple[str, ...]:
        """What a count of time rests on beside the facts of the whole price."""
        return (*(self.counting_facts or ()), *(self.minimum_facts or ()))

    def facts_of_rate(self, rate: Rate) -> tuple[str, ...]:
        """What a rate rests on: it is told of a unit, and so on what that has of its own, too."""
        return (*rate.facts, *(self.counting_facts or ()))

    @property
    def facts_of_minimum(self) -> tuple[str, ...]:
        """What a known least quantity rests on."""
        return self.minimum_facts or self.facts

    @property
    def has_minimum(self) -> bool:
        """Whether a source tells a least quantity, so that there is time above it."""
        return isinstance(self.minimum, int) and self.minimum > 0

    def facts_on(self, gap: Literal["minimum", "increment", "rates"]) -> tuple[str, ...]:
        """Return the facts that say that no source tells this; the rule's own where none was named."""
        named: PricingGap | None = getattr(self.gaps, gap)
        return named.facts if named else self.facts
