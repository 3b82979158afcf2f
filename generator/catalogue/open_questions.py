"""`open_questions`: what readers ask and no source answers, with whom to ask instead."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry
from generator.catalogue.fields import DescribedEnum, EarlierIds, FactIds, Id, Line, Prose
from generator.catalogue.references import RefersTo


class Missing(DescribedEnum):
    """What can be missing in what is told of a modality: the guide asks it by itself."""

    PRICE = "price", "What a case costs."
    RATE = "rate", "What a unit of time costs."
    MINIMUM = "minimum", "The least quantity billed."
    INCREMENT = "increment", "How the time above the least quantity is rounded."
    TAX = (
        "tax",
        "Whether an amount holds its taxes: where no source tells, that is said of it, and asked only by you.",
    )
    PAYER = "payer", "Who pays."
    ACCESS = "access", "Whether all requesters may ask."
    SCOPE = "scope", "Whether some scopes are covered."
    ASPECT = "aspect", "What holds in some aspects."
    FIRST = "first", "Whether more must come first."
    RECOMMENDED = "recommended", "For which situations it is recommended."
    STEPS = "steps", "How to ask for it."


class OpenQuestion(Entry):
    """A question that the guide cannot answer."""

    id: Id
    earlier_ids: EarlierIds = ()
    question: Line = Field(description="The question, as a reader would ask it.")
    searched_as: tuple[Line, ...] = Field(
        (), description="Words and phrases by which readers look for the answer."
    )
    status: Prose = Field(description="What is known all the same, and that the rest is not.")
    ask: Annotated[Id | None, RefersTo("contact")] = Field(
        None, description="The contact that knows. Left out, that of each modality that it is about."
    )
    modalities: Annotated[tuple[Id, ...], RefersTo("modality")] = Field(
        (), description="The modalities it is about; none means all."
    )
    gaps: tuple[Missing, ...] = Field(
        (),
        description="What is missing in the modalities it is about and asked here: it is not asked once more there.",
    )
    before: Annotated[Id | None, RefersTo("precondition")] = Field(
        None, description="What a reader had better not do while it is open: it stands on the list before it."
    )
    facts: FactIds
