"""What every part of the catalogue is: frozen, closed to unknown keys; an entry, a statement with its facts."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.catalogue.field_schemas import text_schema
from generator.catalogue.fields import FactIds, Line, Prose, YesNo
from generator.catalogue.scalars import text_of


class Model(BaseModel):
    """A part of the catalogue: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Suppression(Model):
    """A warning that is not to be told of an entry, and why it is none there."""

    code: Annotated[
        str,
        BeforeValidator(text_of),
        text_schema("The code that stands in brackets in the report.", example="unused-scope"),
    ]
    reason: Prose = Field(description="Why the warning does not apply here.")


class Entry(Model):
    """One entry of the catalogue."""

    suppress: tuple[Suppression, ...] | None = Field(
        None,
        min_length=1,
        description="Warnings that are not to be told of this entry, each with its reason.",
    )


class Forms(Model):
    """How a name stands in a sentence, each form with its article; what is left out, the guide makes of the name."""

    subject: Line | None = Field(
        None, description="As who or what does something: `the Repair Service`. Left out, the name."
    )
    object: Line | None = Field(
        None, description="As what is asked for or paid for, where that is another form than `subject`."
    )
    of: Line | None = Field(
        None, description="As what something belongs to, with the word that says so: `of the Repair Service`."
    )
    at: Line | None = Field(
        None, description="As where something stands, with the word that says so: `in the Receipt`."
    )
    plural: YesNo = Field(
        default=False, description="The verb beside it stands in the plural: `Other Offers`."
    )


class Statement(Entry):
    """A sentence that a reader may rely on, with the facts behind it."""

    text: Prose
    facts: FactIds
