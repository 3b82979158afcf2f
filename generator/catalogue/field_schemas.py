"""What an editor may expect of each text: the validators stand before pydantic's own, which then cannot tell it."""

from __future__ import annotations

import re
from typing import Any

from pydantic import WithJsonSchema

from generator.catalogue.scalars import COUNT, ID, LONGEST_ID

# An id, a code or a flag stays what was written, though an editor takes some for numbers or texts.
ID_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": f"^{ID.pattern}$",
    "maxLength": LONGEST_ID,
    "minimum": 0,
    "patternErrorMessage": "Use small letters without accents, digits and single hyphens, as in “first-repair”.",
    "description": "Name in kebab-case: small letters without accents, digits, hyphens.",
    "examples": ["first-visit"],
}
# In quotes, too, a number is one.
COUNT_SCHEMA: dict[str, Any] = {
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": f"^(?:{COUNT.pattern})$",
    "patternErrorMessage": "Write the number with digits only, without a zero before it, as in “10”.",
}
ONE_LINE = r"^\s*\S[^\n]*\s*$"
# Which month has how many days; only in which years February has 29 no pattern tells.
CALENDAR = (
    "^[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))$"
)


def text_schema(
    description: str,
    pattern: re.Pattern[str] | None = None,
    example: str | None = None,
    form: str = r"\S",
    cure: str = "Nothing was written here.",
) -> WithJsonSchema:
    """Tell of a text that has to match a pattern, or of a free one, which has to be of a ``form``."""
    # A free text may look like a number to an editor (`name: 2025`): here it stays what was written.
    kinds: dict[str, Any] = (
        {"type": "string", "pattern": f"^{pattern.pattern}$"}
        if pattern
        else {"type": ["string", "number", "boolean"], "pattern": form}
    )
    shown = {"examples": [example]} if example else {}
    return WithJsonSchema({**kinds, "patternErrorMessage": cure, "description": description, **shown})


def ids_schema(description: str) -> WithJsonSchema:
    """Tell of an id, or a list of them."""
    listed = {"type": "array", "items": ID_SCHEMA, "minItems": 1}
    return WithJsonSchema({"anyOf": [ID_SCHEMA, listed], "description": description})


FLAG_SCHEMA = WithJsonSchema(
    {
        "anyOf": [
            {"type": "boolean"},
            {
                "type": "string",
                "pattern": "^(?:true|false)$",
                "patternErrorMessage": "Write “true” or “false”.",
                "doNotSuggest": True,
            },
        ]
    }
)
