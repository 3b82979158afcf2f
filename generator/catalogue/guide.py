"""`guide`: whose guide this is, in which language and money, and how its modalities are grouped."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.catalogue.fields import Currency, Day, Entry, FactIds, Id, Language, Line, Prose, Statement


class Rounding(StrEnum):
    """How an amount is brought to the currency's smallest unit, once, at the end."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"


class Group(Entry):
    """A part of the guide that gathers modalities."""

    id: Id
    name: Line
    summary: Prose
    facts: FactIds | None = None


class Guide(Entry):
    """The guide itself."""

    title: Line
    organisation: Line
    summary: Prose
    language: Language
    currency: Currency
    time_zone: Line = Field(description="IANA name, e.g. America/Sao_Paulo.")
    revision: Line
    date: Day = Field(description="The day of this revision.")
    rounding: Rounding = Rounding.HALF_UP
    prevails: Prose = Field(description="What prevails where the guide and a document of the service differ.")
    prevails_facts: FactIds
    outcome_unknown: Statement | None = Field(
        None, description="What whoever does not know the outcome yet can do now."
    )
    groups: tuple[Group, ...] = Field(min_length=1)
