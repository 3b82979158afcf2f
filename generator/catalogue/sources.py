"""`sources`: where each fact comes from, how far it is trusted, and what no source says."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry
from generator.catalogue.fields import Count, Day, DescribedEnum, Id, Line, Prose, YesNo
from generator.catalogue.references import RefersTo


class Trust(DescribedEnum):
    """How far a source is trusted; the order is the order of precedence."""

    AUTHORITY = "authority", "Where another source disagrees, this one wins."
    OFFICIAL = "official", "The organisation's own word."
    SECONDARY = "secondary", "Not the organisation's own word."
    INFERENCE = "inference", "No source says so in words."


class SourceKind(DescribedEnum):
    """What a source is."""

    PAGE = "page", "A page on the web."
    DOCUMENT = "document", "A document."
    REASONING = "reasoning", "Conclusions drawn from other sources."


class Fact(Entry):
    """One thing that a source says, or is known not to say, in the guide's own words."""

    id: Id
    text: Prose
    inferred: YesNo = Field(False, description="No source says it in words: it follows from what they say.")
    unknown: YesNo = Field(False, description="It tells what the sources leave open.")
    basis: Prose | None = Field(None, description="How an inference follows, or what limits the fact.")
    overruled_by: Annotated[Id | None, RefersTo("fact")] = Field(
        None,
        description="Where sources disagree: the fact that holds instead. This one is kept, but carries nothing.",
    )
    because: Prose | None = Field(
        None, description="Why the other fact wins, as the end of a sentence: `the offer is newer.`"
    )

    @property
    def concluded(self) -> bool:
        """Whether what rests on it is marked as an inference: that nobody tells something is no conclusion."""
        return self.inferred and not self.unknown


class Source(Entry):
    """A place where facts were read."""

    id: Id
    code: Line = Field(description="Short sign shown beside its facts.")
    kind: SourceKind
    title: Line
    where: Prose = Field(description="Where it is found, in words; links where it has several addresses.")
    read_in_part: YesNo = Field(
        False,
        description="Only a part of it could be read: pages say so once, where they tell what no source tells.",
    )
    url: Line | None = Field(
        None,
        description="Its address on the web, where it has one: pages link it, and `guia sources check` looks there.",
    )
    trust: Trust
    checked: Day = Field(description="The day on which the catalogue was last held against it.")
    max_age_days: Count | None = Field(
        None,
        description="How old `checked` may be on the day of the guide's revision before it is looked at again.",
    )
    note: Prose | None = None
    facts: tuple[Fact, ...] = Field(description="What was read there, fact by fact.")
