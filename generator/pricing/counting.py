"""Time in money: what is billed of the minutes, the rate of a day, and the only place where money is rounded."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from generator.catalogue.guide import Rounding
from generator.catalogue.pricing_rules import PricingRule, Rate

_ROUNDING = {Rounding.HALF_UP: ROUND_HALF_UP, Rounding.HALF_EVEN: ROUND_HALF_EVEN}


def billed_units(rule: PricingRule, minutes: int) -> int:
    """Return how many units of time are billed for minutes worked.

    Above the least quantity, each started increment counts whole. A least quantity or an increment that no source
    tells is left out, so the result is then the least that can be billed.
    """
    size = 60 if rule.unit == "hour" else 1
    units = -(-minutes // size)
    minimum = rule.minimum if isinstance(rule.minimum, int) else 0
    if units <= minimum:
        return minimum
    increment = rule.increment if isinstance(rule.increment, int) else 1
    step = max(increment, 1)
    return minimum + -(-(units - minimum) // step) * step


def rate_on(rule: PricingRule, day: date) -> Rate | None:
    """Return the rate in force on a day; none after the last one has ended, never the last one instead.

    Where a newer rate begins while an older one was left open, the newer one holds, in whichever order they stand.
    """
    in_force = [
        rate
        for rate in rule.rates or ()
        if rate.valid_from <= day and (rate.valid_to is None or day <= rate.valid_to)
    ]
    return max(in_force, key=lambda rate: rate.valid_from, default=None)


def amount(rate: Decimal, units: int, rounding: Rounding = Rounding.HALF_UP, digits: int = 2) -> Decimal:
    """Return what a number of units costs: multiplied exactly, rounded once to the currency's smallest unit."""
    return (rate * units).quantize(Decimal(1).scaleb(-digits), rounding=_ROUNDING[rounding])
