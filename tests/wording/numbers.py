"""Numbers and times as they may be typed, and what is understood of each: digits, or the reason why it is refused.

One table holds the command's reader and the browser's: `numbers.json` is read here and by the tests of the scripts.
"""

import json
from pathlib import Path

from babel.numbers import get_decimal_symbol, get_group_symbol

from generator.wording.number_input import own_signs

TABLE = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))

NUMBERS = [tuple(each) for each in TABLE["numbers"]]
"""Locale, what is typed, what is understood."""

CURRENCIES = TABLE["currencies"]
"""In which currency it is typed."""

MINUTES = [tuple(each) for each in TABLE["minutes"]]
"""What is typed as a time in Portuguese, and the number of minutes that it is taken for."""

SIGNS = {
    locale: {
        "decimal": get_decimal_symbol(locale),
        "group": get_group_symbol(locale),
        "own": list(own_signs(currency, locale)),
    }
    for locale, currency in CURRENCIES.items()
}
"""The signs of each locale, as the published data have them for the scripts."""
