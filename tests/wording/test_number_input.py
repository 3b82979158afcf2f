"""Numbers as people write them: the table that also holds the browser's reader, in tests/browser/test_simulator.py."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.wording.number_input import BadNumber, read_decimal
from tests.wording.numbers import NUMBERS


@pytest.mark.parametrize(("locale", "text", "expected"), NUMBERS)
def test_a_number_is_read_as_its_language_writes_it_or_refused_with_the_reason(locale, text, expected):
    """3,50 is a number in Portuguese and 3.50 in English; the other way round it could be two, and is refused."""
    try:
        found = str(read_decimal(text, locale))
    except BadNumber as bad:
        found = bad.code
    assert found == expected


def test_what_is_read_is_exact():
    """No digit is lost on the way: it is a decimal, never a binary fraction."""
    assert read_decimal("999.999.999.999,999999", "pt_BR") == Decimal("999999999999.999999")
