"""The types that all entries share: ids, texts, amounts, days, and "known or said to be unknown"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from generator.catalogue.field_schemas import (
    CALENDAR,
    COUNT_SCHEMA,
    FLAG_SCHEMA,
    ID_SCHEMA,
    ONE_LINE,
    ids_schema,
    text_schema,
)
from generator.catalogue.references import RefersTo
from generator.catalogue.scalars import (
    CODE,
    CURRENCY,
    DECIMAL,
    ID,
    LANGUAGE,
    LONGEST_ID,
    code_in,
    count_of,
    day_of,
    decimal_of,
    flag_of,
    id_in,
    language_of,
    line_of,
    matching,
    text_of,
)


class Unknown(StrEnum):
    """What the sources leave open: written out, so that it is never mistaken for an oversight."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


class DescribedEnum(StrEnum):
    """The few words that a key can hold, each with what it means: editors show it beside the word."""

    told: str

    def __new__(cls, value: str, told: str) -> Self:
        made = str.__new__(cls, value)
        made._value_ = value
        made.told = told
        return made

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        made = handler(core)
        handler.resolve_ref_schema(made)["enumDescriptions"] = [each.told for each in cls]
        return made


def _known_count(value: Any) -> int | Unknown:
    return UNKNOWN if value == UNKNOWN.value else count_of(value)


def _as_tuple(value: Any) -> Any:
    # One id may be written alone where a list of one is meant: `outcome: published` reads better in a table.
    return (value,) if isinstance(value, str) else value


Id = Annotated[
    str,
    matching(ID, "bad-id", id_in),
    Field(max_length=LONGEST_ID),
    WithJsonSchema(ID_SCHEMA),
]
Code = Annotated[
    str,
    matching(CODE, "bad-code", code_in),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": f"^{CODE.pattern}$",
            "minimum": 0,
            "maximum": 99_999_999,
            "patternErrorMessage": "Use one to eight capitals or digits, as in “REP1”.",
            "description": "One to eight capitals or digits: its part of a case id. "
            "Never changes, even when the id does.",
            "examples": ["REP"],
        }
    ),
]
Line = Annotated[
    str,
    BeforeValidator(line_of),
    text_schema("Plain text, one line.", form=ONE_LINE, cure="Write one line of text."),
]
_LINE_SCHEMA = {"type": ["string", "number", "boolean"], "pattern": ONE_LINE}
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_as_tuple),
    WithJsonSchema(
        {"anyOf": [_LINE_SCHEMA, {"type": "array", "items": _LINE_SCHEMA, "minItems": 1}]},
    ),
]
Prose = Annotated[
    str,
    BeforeValidator(text_of),
    text_schema("Text with inline Markdown at most: *emphasis*, **strong**, `code`, [links](https://…)."),
]
Count = Annotated[
    int,
    BeforeValidator(count_of),
    WithJsonSchema({**COUNT_SCHEMA, "description": "Whole number."}),
]
KnownCount = Annotated[
    int | Unknown,
    BeforeValidator(_known_count),
    WithJsonSchema(
        {
            "anyOf": [COUNT_SCHEMA, {"const": "unknown", "description": "No source tells."}],
            "description": "Whole number, or `unknown` where no source tells.",
        }
    ),
]
Amount = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "pattern": f"^{DECIMAL.pattern}$",
            "minimum": 0,
            "patternErrorMessage": "Write digits with a point before the decimals, "
            "without signs between the thousands, as in “1250.00”.",
            "description": 'Decimal with a point, best in quotes: "2.50".',
            "examples": ["2.50"],
        }
    ),
]
Day = Annotated[
    date,
    BeforeValidator(day_of),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": CALENDAR,
            "patternErrorMessage": "Write year, month and day, as in “2025-01-31”.",
            "description": "Day as YYYY-MM-DD.",
            "examples": ["2025-01-31"],
        }
    ),
]
YesNo = Annotated[bool, BeforeValidator(flag_of), FLAG_SCHEMA]
Language = Annotated[
    str,
    BeforeValidator(language_of),
    text_schema("BCP 47 tag, as in pt-BR.", LANGUAGE, "pt-BR", cure="Write it as in “en” or “pt-BR”."),
]
Currency = Annotated[
    str,
    matching(CURRENCY, "bad-currency"),
    text_schema(
        "ISO 4217 code: EUR, CHF.", CURRENCY, "EUR", cure="Write its three capitals, as in “EUR” or “CHF”."
    ),
]
Ids = Annotated[
    tuple[Id, ...], BeforeValidator(_as_tuple), Field(min_length=1), ids_schema("An id, or a list of ids.")
]
EarlierIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_tuple),
    ids_schema(
        "Ids that it had before, so that shared addresses still lead to it. None of them is given out again."
    ),
]
FactIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_tuple),
    Field(min_length=1),
    RefersTo("fact", cites=True),
    ids_schema("The facts of `sources` that this statement rests on."),
]
