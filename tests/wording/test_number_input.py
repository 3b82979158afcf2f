"""Numbers as people write them: the table that also holds the browser's reader, in tests/scripts/money.test.js."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.wording.number_input import BadNumber, read_decimal, read_minutes
from tests.wording.numbers import MINUTES, NUMBERS, SIGNS


@pytest.mark.parametrize(("locale", "text", "expected"), NUMBERS)
def test_a_number_is_read_as_its_language_writes_it_or_refused_with_the_reason(locale, text, expected):
    """3,50 is a number in Portuguese and 3.50 in English; the other way round it could be two, and is refused."""
    try:
        found = str(read_decimal(text, locale, SIGNS[locale]["own"]))
    except BadNumber as bad:
        found = bad.code
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), MINUTES)
def test_a_time_on_the_clock_or_with_its_unit_is_a_number_of_minutes(text, expected):
    """Browser and command take 1h30 for 90 minutes, and 10,0 for 10; what is no whole number of them is refused."""
    try:
        found = str(read_minutes(text, "pt_BR"))
    except BadNumber as bad:
        found = bad.code
    assert found == expected


def test_what_is_read_is_exact():
    """No digit is lost on the way: it is a decimal, never a binary fraction."""
    assert read_decimal("999.999.999.999,999999", "pt_BR") == Decimal("999999999999.999999")
