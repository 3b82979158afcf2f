"""`finder`: the questions that lead a reader to a modality, and the table from answers to modalities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry, Statement
from generator.catalogue.fields import EarlierIds, FactIds, Id, Ids, Line, Prose
from generator.catalogue.references import Cases, RefersTo


class Answer(Entry):
    """One answer to a question."""

    id: Id
    earlier_ids: EarlierIds = ()
    text: Line
    demands: Annotated[tuple[Id, ...], RefersTo("scope")] = Field(
        (), description="Scopes that whoever answers so will need."
    )
    implies: Annotated[Mapping[Id, Id], Cases("dimension")] = Field(
        default_factory=dict, description="Dimension to the value that the answer implies."
    )


class Question(Entry):
    """A question with finitely many answers."""

    id: Id
    earlier_ids: EarlierIds = ()
    text: Line
    help: Prose | None = None
    if_unknown: Statement | None = Field(
        None, description="What a reader who cannot answer does to find out."
    )
    answers: tuple[Answer, ...] = Field(
        min_length=2, description="What can be answered: two answers or more."
    )


class FinderRow(Entry):
    """For which answers which modalities are recommended, the best first, and why."""

    id: Id
    when: Annotated[Mapping[Id, Ids], Cases("question")] = Field(
        default_factory=dict, description="Question to answers. What is not named is any."
    )
    recommend: Annotated[Ids, RefersTo("modality")] = Field(
        description="The modalities recommended, the best first."
    )
    reason: Prose
    facts: FactIds


class Symptom(Entry):
    """What a reader notices, in a few words on the front page, and where it leads: some answers, or a modality."""

    id: Id
    text: Line = Field(description="As a reader would say it: `It is dark`.")
    answers: Annotated[Mapping[Id, Id], Cases("question")] = Field(
        default_factory=dict,
        description="Question to the answer that this gives: the finder goes on from there.",
    )
    modality: Annotated[Id | None, RefersTo("modality")] = Field(
        None, description="The modality that it leads to, where there is nothing to ask."
    )


class Finder(Entry):
    """The questions that lead a reader to a modality, and the table from answers to modalities."""

    questions: tuple[Question, ...] = Field(min_length=1, description="What a reader is asked, one by one.")
    rows: tuple[FinderRow, ...] = Field(min_length=1, description="Which answers lead to which modalities.")
    symptoms: tuple[Symptom, ...] = Field(
        (), description="What readers notice, as ways into the guide on its front page."
    )
