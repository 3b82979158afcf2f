"""`guide`: whose guide this is, in which language and money, and how its modalities are grouped."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry, Statement
from generator.catalogue.fields import (
    Currency,
    Day,
    DescribedEnum,
    EarlierIds,
    FactIds,
    Id,
    Ids,
    Language,
    Line,
    Prose,
)
from generator.catalogue.references import RefersTo
from generator.routes import ROUTES


class Rounding(DescribedEnum):
    """How an amount is brought to the currency's smallest unit, once, at the end."""

    HALF_UP = "half_up", "A half is rounded up: 0.125 becomes 0.13."
    HALF_EVEN = "half_even", "A half is rounded to the even digit: 0.125 becomes 0.12."


class Group(Entry):
    """A part of the guide that gathers modalities."""

    id: Id
    earlier_ids: EarlierIds = ()
    name: Line
    summary: Prose
    facts: FactIds | None = None


class GuidePage(DescribedEnum):
    """A page that every guide has."""

    # The kinds of pages are told in `routes.py`.
    _ignore_ = "route"
    for route in ROUTES.values():
        if route.told:
            vars()[route.kind.upper()] = route.kind, route.told


class PageWords(Entry):
    """Words that lead the search to a page."""

    page: GuidePage
    searched_as: tuple[Line, ...] = Field(
        min_length=1, description="Words and phrases by which readers look for this page."
    )


class Guide(Entry):
    """Whose guide it is, in which language and money, and how its modalities are grouped."""

    title: Line = Field(description="Name of the guide, as in the bar of its pages.")
    invitation: Line | None = Field(
        None, description="What is in it for a reader: the heading of its front page. Left out, the title."
    )
    organisation: Line = Field(description="Who offers the modalities.")
    summary: Prose
    language: Language = Field(description="The language of the guide as a BCP 47 tag, as in pt-BR.")
    currency: Currency = Field(description="The money of the guide as an ISO 4217 code: EUR, CHF.")
    revision: Line = Field(description="Number or name of this revision.")
    date: Day = Field(description="The day of this revision.")
    rounding: Rounding = Rounding.HALF_UP
    prevails: Prose = Field(description="What prevails where the guide and a document of the service differ.")
    prevails_facts: FactIds
    prevails_requires: Annotated[Ids | None, RefersTo("precondition")] = Field(
        None,
        description="Preconditions: it is said of the modalities in which these come first. Left out, of all.",
    )
    outcome_unknown: Statement | None = Field(
        None, description="What whoever does not know the outcome yet can do now."
    )
    words: tuple[Line, ...] = Field(
        (),
        description="Words that are spelt right though no dictionary has them: names, and words of the trade.",
    )
    groups: tuple[Group, ...] = Field(min_length=1)
    pages: tuple[PageWords, ...] = Field(
        (), description="Pages with the words by which readers look for them."
    )
