"""Reads a number as people of a language write it, as `browser/money.js` does: one table of tests holds both."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

MOST_WHOLE, MOST_FRACTION = 12, 6
"""Digits before and after the sign for decimals; more are no rate and no time of any service."""

MOST_MINUTES = 1_000_000
"""Of any time: nearly two years."""

_SPACE = re.compile(r"[\s\u00a0\u202f]")
# A sign or code of a currency may stand before or after: R$, US$, €, EUR.
_MONEY = r"(?:[^\W\d_]{0,3}[$€£¥₩₹₺₽₴₪₫₱₡₦₲₵₸₼₾฿]|[A-Z]{3})"
_BARE = re.compile(rf"^({_MONEY})?(.*?)({_MONEY})?$", re.DOTALL)
# Blanks may part thousands and nothing else: "3 50" is a slip, and nobody can tell of what.
_PARTED = re.compile(r"[0-9]{4}\s+[0-9]|[0-9]\s+(?![0-9]{3}(?![0-9]))[0-9]")


_CLOCK = re.compile(r"([0-9]+)(?:h|:(?=[0-9][0-9]$))(?:([0-5]?[0-9])(?:min\.?)?)?", re.IGNORECASE)
_NAMED = re.compile(r"(.+?)\s*min\.?", re.IGNORECASE | re.DOTALL)


class BadNumber(Exception):
    """Says by its code what is wrong: empty, not-a-number, negative, ambiguous, too-long, other-currency, …"""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def in_minutes(text: str) -> str:
    """Write "1h30", "1:30" and "90 min" as the number of minutes; all else is given back as it is."""
    if found := _CLOCK.fullmatch(re.sub(r"\s", "", text)):
        return str(int(found[1]) * 60 + int(found[2] or 0))
    named = _NAMED.fullmatch(text.strip())
    return named[1] if named else text


def read_minutes(text: str, locale: str) -> int:
    """Return a time as whole minutes; raises `BadNumber`, also for not-whole and zero."""
    number = read_decimal(in_minutes(text), locale)
    if number != number.to_integral_value():
        raise BadNumber("not-whole")
    if not number:
        raise BadNumber("zero")
    if number > MOST_MINUTES:
        raise BadNumber("too-long")
    return int(number)


def own_signs(currency: str, locale: str) -> tuple[str, ...]:
    """Return what a currency may be called beside an amount in it: its code, its sign, and the end of that sign."""
    sign = get_currency_symbol(currency, locale)
    return tuple(dict.fromkeys((currency, sign, sign[-1:])))


def read_decimal(text: str, locale: str, own: tuple[str, ...] = ()) -> Decimal:
    """Return the number; raises `BadNumber` where it is none, or could be two.

    ``own`` has the signs that may stand beside it; where there are none, any currency's may.
    """
    decimal, group = get_decimal_symbol(locale), get_group_symbol(locale)
    squeezed = _SPACE.sub("", text)
    found = _BARE.match(squeezed)
    bare = found[2] if found else squeezed
    if not squeezed:
        raise BadNumber("empty")
    if own and found and any(sign and sign not in own for sign in (found[1], found[3])):
        raise BadNumber("other-currency")
    if re.match(r"[-−]", bare) or re.match(r"[-−]", squeezed):
        raise BadNumber("negative")
    if _PARTED.search(text):
        raise BadNumber("ambiguous")
    one, other = re.escape(decimal), re.escape(group)
    if re.fullmatch(rf"[0-9]{{1,3}}(?:{other}[0-9]{{3}})+(?:{one}[0-9]+)?", bare):
        written = bare.replace(group, "")
    elif re.fullmatch(rf"[0-9]+(?:{one}[0-9]+)?", bare):
        written = bare
    elif re.fullmatch(r"[0-9]+(?:[.,'’][0-9]+)+", bare):
        raise BadNumber("ambiguous")
    else:
        raise BadNumber("not-a-number")
    whole, _, fraction = written.partition(decimal)
    if len(whole) > MOST_WHOLE or len(fraction) > MOST_FRACTION:
        raise BadNumber("too-long")
    return Decimal(f"{whole}.{fraction}" if fraction else whole)
