"""`contacts`: whom to ask, and how; a telephone or address that no source gives is not made up here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.catalogue.entry import Entry, Forms
from generator.catalogue.fields import DescribedEnum, FactIds, Id, Ids, Line, Prose
from generator.catalogue.references import RefersTo


class ContactKind(DescribedEnum):
    """How a contact answers."""

    ASKED = "asked", "Somebody who is asked."
    READ = "read", "Something in which it stands, such as a document."


class Contact(Entry):
    """A person, place or document that answers what the guide leaves open."""

    id: Id
    name: Line = Field(description="With its article, as in mid-sentence: `the front desk`.")
    forms: Forms = Field(Forms(), description="How its name stands in a sentence.")
    kind: ContactKind = ContactKind.ASKED
    how: Prose = Field(description="How to reach it; inline Markdown at most.")
    requires: Annotated[Ids | None, RefersTo("precondition")] = Field(
        None,
        description="Preconditions: only who asks for a modality in which these come first has it, such as a document.",
    )
    facts: FactIds
