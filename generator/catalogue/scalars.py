"""The texts of a catalogue to values: what form each must have, and what was meant by one that is not so.

Whatever reads one here raises a ``PydanticCustomError`` whose type is the code of what is wrong; its context has what
was ``seen`` and, where it can be told, the ``suggestion`` of what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import combining, normalize

from babel import localedata
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.i18n import languages, spoken

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z0-9]{1,8}")
COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
CURRENCY = re.compile(r"[A-Z]{3}")

_MONTHS = 12
_THOUSAND = 3
"""Digits behind a sign of thousands."""
LONGEST_ID = 60
"""Letters of an id, which stands in addresses and in the names of files."""
_LONGEST = 20_000
"""Letters of any text: ten pages of them are no entry but a file that came in by mistake."""


def text_of(value: Any) -> str:
    if value is None:
        raise PydanticCustomError("empty-value", "nothing was written here")
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-type", "a text is wanted here", {"wanted": "text"})
    if not value.strip():
        raise PydanticCustomError("empty-value", "nothing was written here")
    if len(value) > _LONGEST:
        raise PydanticCustomError("too-long", "a text of sensible length is wanted", {"limit": str(_LONGEST)})
    return value.strip()


def line_of(value: Any) -> str:
    text = text_of(value)
    if "\n" in text:
        raise PydanticCustomError("several-lines", "one line is wanted here")
    return text


def matching(
    pattern: re.Pattern[str], code: str, meant: Callable[[str], str] = lambda _: ""
) -> BeforeValidator:
    """Return what takes only texts of a pattern; ``meant`` tells what another one was most likely to be."""
    good: set[str] = set()  # the same few ids stand in a hundred places each

    def validate(value: Any) -> str:
        if isinstance(value, str) and value in good:
            return value
        text = text_of(value)
        if not pattern.fullmatch(text):
            raise _not_so(code, text, meant(text))
        good.add(text)
        return text

    return BeforeValidator(validate)


def count_of(value: Any) -> int:
    # Instances made in Python (tests, benchmarks) bring the number itself; a bool is not one.
    text = str(value) if type(value) is int else text_of(value)
    if not COUNT.fullmatch(text):
        raise _not_so("bad-count", text, _count_in(text))
    return int(text)


def decimal_of(value: Any) -> Decimal:
    text = str(value) if type(value) in (int, Decimal) else text_of(value)
    if not DECIMAL.fullmatch(text):
        raise _not_so("bad-amount", text, _decimal_in(text))
    return Decimal(text)


def day_of(value: Any) -> date:
    if type(value) is date:
        return value
    text = text_of(value)
    if day := day_told(text):
        return day
    raise _not_so("bad-date", text, _day_in(text))


def day_told(text: str) -> date | None:
    """Return the day that a text tells as a catalogue does, such as 2026-11-25; None where it tells none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None  # no such day


def flag_of(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value)
    if text not in ("true", "false"):
        raise _not_so("bad-flag", text, text.lower() if text.lower() in ("true", "false") else "")
    return text == "true"


def language_of(value: Any) -> str:
    text = text_of(value)
    # One that nobody writes numbers or days in could not be built.
    if not LANGUAGE.fullmatch(text) or not localedata.exists(text.replace("-", "_")):
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


def id_in(text: str) -> str:
    """Make an id of a text, ``Técnico N2`` to ``tecnico-n2``; empty where none comes of it."""
    plain = "".join(each for each in normalize("NFKD", text.lower()) if not combining(each))
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made if len(made) <= LONGEST_ID else ""


def code_in(text: str) -> str:
    """Make a code of a text; empty where none comes of it."""
    made = id_in(text).replace("-", "").upper()
    return made if CODE.fullmatch(made) else ""


def _count_in(text: str) -> str:
    """The number of `10 minutos`, `"010"` or `10,0`, and the minutes of `1h30`; none where it may be another."""
    if hours := re.fullmatch(r"([0-9]{1,3}) ?h ?([0-5][0-9])(?: ?min)?", text):
        return str(int(hours[1]) * 60 + int(hours[2]))
    found = re.fullmatch(r"0*([0-9]{1,9})(?:[.,]0+)?(?:\s*[^\W\d_]+\.?)?(?:\s*//.*)?", text)
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
    return made if DECIMAL.fullmatch(made) else ""


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
