"""`open_questions`: what readers ask and no source answers, with whom to ask instead."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.fields import Entry, FactIds, Id, Line, Prose


class OpenQuestion(Entry):
    """A question that the guide cannot answer."""

    id: Id
    question: Line = Field(description="The question, as a reader would ask it.")
    status: Prose = Field(description="What is known all the same, and that the rest is not.")
    ask: Id = Field(description="The contact that knows.")
    modalities: tuple[Id, ...] = Field((), description="The modalities it is about; none means all.")
    facts: FactIds
