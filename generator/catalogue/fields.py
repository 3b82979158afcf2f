"""The types that all entries share: ids, texts, amounts, days, and "known or said to be unknown"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self
from unicodedata import combining, normalize

from babel import localedata
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from generator.catalogue.references import RefersTo
from generator.i18n import languages, spoken


class Model(BaseModel):
    """A part of the catalogue: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


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


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z0-9]{1,8}")
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_CURRENCY = re.compile(r"[A-Z]{3}")

_MONTHS = 12
_THOUSAND = 3
"""Digits behind a sign of thousands."""
_LONGEST_ID = 60
_LONGEST = 20_000
"""Letters of any text: ten pages of them are no entry but a file that came in by mistake."""


def _text_of(value: Any) -> str:
    if value is None:
        raise PydanticCustomError("empty-value", "nothing was written here")
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-type", "a text is wanted here", {"wanted": "text"})
    if not value.strip():
        raise PydanticCustomError("empty-value", "nothing was written here")
    if len(value) > _LONGEST:
        raise PydanticCustomError("too-long", "a text of sensible length is wanted", {"limit": str(_LONGEST)})
    return value.strip()


def _line_of(value: Any) -> str:
    text = _text_of(value)
    if "\n" in text:
        raise PydanticCustomError("several-lines", "one line is wanted here")
    return text


def _matching(
    pattern: re.Pattern[str], code: str, meant: Callable[[str], str] = lambda _: ""
) -> BeforeValidator:
    good: set[str] = set()  # the same few ids stand in a hundred places each

    def validate(value: Any) -> str:
        if isinstance(value, str) and value in good:
            return value
        text = _text_of(value)
        if not pattern.fullmatch(text):
            raise _not_so(code, text, meant(text))
        good.add(text)
        return text

    return BeforeValidator(validate)


def _count(value: Any) -> int:
    # Instances made in Python (tests, benchmarks) bring the number itself; a bool is not one.
    text = str(value) if type(value) is int else _text_of(value)
    if not _COUNT.fullmatch(text):
        raise _not_so("bad-count", text, _count_in(text))
    return int(text)


def _decimal(value: Any) -> Decimal:
    text = str(value) if type(value) in (int, Decimal) else _text_of(value)
    if not _DECIMAL.fullmatch(text):
        raise _not_so("bad-amount", text, _decimal_in(text))
    return Decimal(text)


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    text = _text_of(value)
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise _not_so("bad-date", text, _day_in(text)) from None


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text_of(value)
    if text not in ("true", "false"):
        raise _not_so("bad-flag", text, text.lower() if text.lower() in ("true", "false") else "")
    return text == "true"


def _language(value: Any) -> str:
    text = _text_of(value)
    # One that nobody writes numbers or days in could not be built.
    if not _LANGUAGE.fullmatch(text) or not localedata.exists(text.replace("-", "_")):
        raise PydanticCustomError("bad-language", "not of the wanted form", {"seen": text})
    if spoken(text) is None:
        known = ", ".join(languages())
        raise PydanticCustomError("unspoken-language", "no words are in it", {"seen": text, "known": known})
    return text


def _not_so(code: str, seen: str, meant: str) -> PydanticCustomError:
    """Make the error of a text that is not of the wanted form, with what was meant by it where that can be told."""
    return PydanticCustomError(
        code, "not of the wanted form", {"seen": seen, **({"suggestion": meant} if meant else {})}
    )


def _id_in(text: str) -> str:
    plain = "".join(each for each in normalize("NFKD", text.lower()) if not combining(each))
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made if len(made) <= _LONGEST_ID else ""


def _code_in(text: str) -> str:
    made = _id_in(text).replace("-", "").upper()
    return made if _CODE.fullmatch(made) else ""


def _count_in(text: str) -> str:
    """The number of `10 minutos`, `"010"` or `10,0`; none where it may be another."""
    found = re.fullmatch(r"0*([0-9]{1,9})(?:[.,]0+)?(?:\s*[^\W\d_]+\.?)?", text)
    return found[1] if found else ""


def _decimal_in(text: str) -> str:
    """The amount of `R$ 1.250,00`: signs of thousands are those that stand more than once, or before the other."""
    found = re.fullmatch(r"[^\d,.-]*(\d[\d.,]*\d|\d)[^\d,.]*", text)
    if found is None:
        return ""
    *whole, last = re.split(r"[.,]", found[1])
    signs = re.findall(r"[.,]", found[1])
    cents = len(set(signs)) > 1 or len(last) != _THOUSAND
    if not cents and len(signs) == 1:
        return ""  # it may be thousands, or a fraction
    made = f"{''.join(whole)}.{last}" if signs and cents else "".join((*whole, last))
    return made if _DECIMAL.fullmatch(made) else ""


def _day_in(text: str) -> str:
    """The day of `31/01/2025`, `2025/1/31` or of one with its hour; never guessed where the month may come first."""
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", text):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text):
        day, month, year = found.groups()
        if int(day) <= _MONTHS and int(month) <= _MONTHS and day != month:
            return ""
    else:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _known_count(value: Any) -> int | Unknown:
    return UNKNOWN if value == UNKNOWN.value else _count(value)


def _as_tuple(value: Any) -> Any:
    # One id may be written alone where a list of one is meant: `outcome: published` reads better in a table.
    return (value,) if isinstance(value, str) else value


# The validators below stand before pydantic's own, which then cannot tell the editor what it may expect: each type
# says that itself.
# An id, a code or a flag stays what was written, though an editor takes some for numbers or texts.
ID_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": f"^{_ID.pattern}$",
    "maxLength": _LONGEST_ID,
    "minimum": 0,
    "patternErrorMessage": "Use small letters without accents, digits and single hyphens, as in “first-repair”.",
    "description": "Name in kebab-case: small letters without accents, digits, hyphens.",
    "examples": ["first-visit"],
}
# In quotes, too, a number is one.
_COUNT_SCHEMA: dict[str, Any] = {
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": f"^(?:{_COUNT.pattern})$",
    "patternErrorMessage": "Write the number with digits only, without a zero before it, as in “10”.",
}
# Which month has how many days; only in which years February has 29 no pattern tells.
_CALENDAR = (
    "^[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))$"
)


def _text_schema(
    description: str,
    pattern: re.Pattern[str] | None = None,
    example: str | None = None,
    form: str = r"\S",
    cure: str = "Nothing was written here.",
) -> WithJsonSchema:
    # A free text may look like a number to an editor (`name: 2025`): here it stays what was written.
    kinds: dict[str, Any] = (
        {"type": "string", "pattern": f"^{pattern.pattern}$"}
        if pattern
        else {"type": ["string", "number", "boolean"], "pattern": form}
    )
    shown = {"examples": [example]} if example else {}
    return WithJsonSchema({**kinds, "patternErrorMessage": cure, "description": description, **shown})


def _ids_schema(description: str) -> WithJsonSchema:
    listed = {"type": "array", "items": ID_SCHEMA, "minItems": 1}
    return WithJsonSchema({"anyOf": [ID_SCHEMA, listed], "description": description})


_FLAG_SCHEMA = WithJsonSchema(
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

Id = Annotated[
    str,
    _matching(_ID, "bad-id", _id_in),
    Field(max_length=_LONGEST_ID),
    WithJsonSchema(ID_SCHEMA),
]
Code = Annotated[
    str,
    _matching(_CODE, "bad-code", _code_in),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": f"^{_CODE.pattern}$",
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
    BeforeValidator(_line_of),
    _text_schema("Plain text, one line.", form=r"^\s*\S[^\n]*\s*$", cure="Write one line of text."),
]
_LINE_SCHEMA = {"type": ["string", "number", "boolean"], "pattern": r"^\s*\S[^\n]*\s*$"}
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_as_tuple),
    WithJsonSchema(
        {"anyOf": [_LINE_SCHEMA, {"type": "array", "items": _LINE_SCHEMA, "minItems": 1}]},
    ),
]
Prose = Annotated[
    str,
    BeforeValidator(_text_of),
    _text_schema("Text with inline Markdown at most: *emphasis*, **strong**, `code`, [links](https://…)."),
]
Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema({**_COUNT_SCHEMA, "description": "Whole number."}),
]
KnownCount = Annotated[
    int | Unknown,
    BeforeValidator(_known_count),
    WithJsonSchema(
        {
            "anyOf": [_COUNT_SCHEMA, {"const": "unknown", "description": "No source tells."}],
            "description": "Whole number, or `unknown` where no source tells.",
        }
    ),
]
Amount = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "pattern": f"^{_DECIMAL.pattern}$",
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
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": _CALENDAR,
            "patternErrorMessage": "Write year, month and day, as in “2025-01-31”.",
            "description": "Day as YYYY-MM-DD.",
            "examples": ["2025-01-31"],
        }
    ),
]
YesNo = Annotated[bool, BeforeValidator(_yes_no), _FLAG_SCHEMA]
Language = Annotated[
    str,
    BeforeValidator(_language),
    _text_schema("BCP 47 tag, as in pt-BR.", _LANGUAGE, "pt-BR", cure="Write it as in “en” or “pt-BR”."),
]
Currency = Annotated[
    str,
    _matching(_CURRENCY, "bad-currency"),
    _text_schema(
        "ISO 4217 code: EUR, CHF.", _CURRENCY, "EUR", cure="Write its three capitals, as in “EUR” or “CHF”."
    ),
]
Ids = Annotated[
    tuple[Id, ...], BeforeValidator(_as_tuple), Field(min_length=1), _ids_schema("An id, or a list of ids.")
]
EarlierIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_tuple),
    _ids_schema(
        "Ids that it had before, so that shared addresses still lead to it. None of them is given out again."
    ),
]
FactIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_tuple),
    Field(min_length=1),
    RefersTo("fact", cites=True),
    _ids_schema("The facts of `sources` that this statement rests on."),
]


class Suppression(Model):
    """A warning that is not to be told of an entry, and why it is none there."""

    code: Annotated[
        str,
        BeforeValidator(_text_of),
        _text_schema("The code that stands in brackets in the report.", example="unused-scope"),
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
