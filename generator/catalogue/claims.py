"""`claims`: what texts say of every case, or of no other, written down so that it can be proven at each check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.catalogue.entry import Entry
from generator.catalogue.fields import DescribedEnum, FactIds, Id, Ids, Line
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import Cases, RefersTo


class Holds(DescribedEnum):
    """How far a claim reaches."""

    ALWAYS = "always", "Each of the cases has the state and payer."
    NEVER = "never", "None of the cases can have them."
    ONLY = "only", "No other case of the modalities can have them."


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


_STATE_SCHEMA = {
    "type": "string",
    "enum": [state.value for state in PriceState],
    "enumDescriptions": [state.told for state in PriceState],
}
States = Annotated[
    tuple[PriceState, ...],
    BeforeValidator(_as_tuple),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                _STATE_SCHEMA,
                {"type": "array", "items": _STATE_SCHEMA, "minItems": 1},
            ]
        }
    ),
]


class Claim(Entry):
    """A universal word about price or payer, as what it means over the cases."""

    id: Id
    phrase: Line = Field(description="The words as they stand in the texts: `always charged`.")
    modality: Annotated[Ids | None, RefersTo("modality")] = Field(
        None, description="The modalities it is about; left out, all that are active."
    )
    when: Annotated[Mapping[Id, Ids], Cases("dimension", beside=("modality",))] = Field(
        default_factory=dict,
        description=(
            "The cases it is about: `requester`, `outcome`, `modality` or a key of `dimensions`, each with its values. "
            "What is not named is any."
        ),
    )
    requires: Annotated[Ids | None, RefersTo("precondition")] = Field(
        None,
        description="Preconditions: the cases it is about are those of modalities in which these come first.",
    )
    holds: Holds = Field(
        description=(
            "`always`: each of these cases has the state and payer; `never`: none of them can have; `only`: no other "
            "case of the modalities can have."
        )
    )
    state: States | None = Field(
        None, description="What the cases come to: a state of a price, or a list of them."
    )
    payer: Annotated[Ids | None, RefersTo("party", or_unknown=True)] = Field(
        None, description="Who pays; alone, it is about the cases in which somebody pays."
    )
    facts: FactIds
