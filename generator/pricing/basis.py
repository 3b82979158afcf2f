"""What each basis of price means, a row a basis: whoever must know asks its row, and names no basis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.catalogue.pricing_rules import Basis, PriceState, PricingRule
from generator.i18n import Words

TIME_KEYS = ("unit", "minimum", "increment", "rates")
"""The keys of a rule that say how time becomes money."""


class Traits(NamedTuple):
    """What one basis says of its rules and their rows."""

    name: Callable[[Words], str]
    """Its short name for readers."""
    by_time: bool = False
    """Time is counted and billed, by the keys that are for that alone."""
    has_amounts: bool = False
    """A row that charges may say how much."""
    made_later: bool = False
    """The price is made for each case: nobody knows yet how it will be counted."""
    never: frozenset[PriceState] = frozenset()
    """What none of its rows can come to."""

    @property
    def may_charge(self) -> bool:
        return PriceState.CHARGED not in self.never


BASES: Mapping[Basis, Traits] = {
    Basis.NONE: Traits(
        name=lambda words: words.pgettext("promise", "nothing is charged"),
        never=frozenset({PriceState.CHARGED, PriceState.WAIVED, PriceState.ON_QUOTE}),
    ),
    Basis.TIME: Traits(
        name=lambda words: words.pgettext("promise", "by time"),
        by_time=True,
    ),
    Basis.FIXED: Traits(
        name=lambda words: words.pgettext("promise", "fixed amounts"),
        has_amounts=True,
    ),
    Basis.RECURRING: Traits(
        name=lambda words: words.pgettext("promise", "regular payment"),
        has_amounts=True,
    ),
    Basis.QUOTE: Traits(
        name=lambda words: words.pgettext("promise", "on quote"),
        made_later=True,
        never=frozenset({PriceState.CHARGED}),
    ),
}


def traits(rule: PricingRule) -> Traits:
    """Return what the basis of a rule says of it."""
    return BASES[rule.basis]
