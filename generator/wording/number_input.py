"""Reads a number as people of a language write it, as `browser/money.js` does: one table of tests holds both."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import get_decimal_symbol, get_group_symbol

MOST_WHOLE, MOST_FRACTION = 12, 6
"""Digits before and after the sign for decimals; more are no rate and no time of any service."""

_SPACE = re.compile(r"[\s\u00a0\u202f]")
# A sign or code of a currency may stand before or after: R$, US$, €, EUR.
_MONEY = r"(?:[^\W\d_]{0,3}[$€£¥₩₹₺₽₴₪₫₱₡₦₲₵₸₼₾฿]|[A-Z]{3})"
_BARE = re.compile(rf"^{_MONEY}?(.*?){_MONEY}?$", re.DOTALL)


class BadNumber(Exception):
    """Says by its code what is wrong: empty, not-a-number, negative, ambiguous, too-long."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_decimal(text: str, locale: str) -> Decimal:
    """Return the number; raises `BadNumber` where it is none, or could be two."""
    decimal, group = get_decimal_symbol(locale), get_group_symbol(locale)
    squeezed = _SPACE.sub("", text)
    found = _BARE.match(squeezed)
    bare = found[1] if found else squeezed
    if not squeezed:
        raise BadNumber("empty")
    if re.match(r"[-−]", bare) or re.match(r"[-−]", squeezed):
        raise BadNumber("negative")
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
