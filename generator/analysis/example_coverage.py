"""What the worked examples of a price leave out, and the smallest set of further ones that would show it.

A price shows itself in its rows, and a price by time also at its limits: the least quantity, one started unit above
it, and the end of an increment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from generator.catalogue.modalities import Access
from generator.catalogue.pricing_rules import Example, PriceRow, PriceState, PricingRule
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions.evaluation import Undecided, evaluate
from generator.decisions.table import Row, Table
from generator.pricing.basis import traits
from generator.pricing.counting import billed_units
from generator.pricing.payer import payer
from generator.pricing.table import table


class Limit(StrEnum):
    """Where a price by time changes its course."""

    MINIMUM = "minimum"
    ABOVE = "above"
    INCREMENT = "increment"


class Proposal(NamedTuple):
    """An example that would show what none does yet: a row, a limit, or both at once."""

    row: PriceRow | None
    limit: Limit | None
    given: Mapping[str, str]
    minutes: int | None
    state: PriceState
    payer: str | None
    units: int | None


def proposals(catalogue: Catalogue, rule: PricingRule) -> tuple[Proposal, ...]:
    """Return the fewest further examples with which a rule's examples show each row and each limit.

    An example shows one row, and at most one limit: so there is one for each missing row, each missing limit goes
    with one of those that charge time, and only limits that are left over need more.
    """
    prices = table(catalogue, rule)
    cases = {row.id: case for row in prices.rows if (case := _case(catalogue, rule, prices, row))}
    shown: set[str] = set()
    reached: set[Limit] = set()
    for example in rule.examples:
        row = _decides(prices, example)
        if row is not None:
            shown.add(row.id)
            if row.then.then is PriceState.CHARGED:
                reached.update(_reached(rule, example.minutes))
    # Of what no source tells, an example could only say that nobody knows it.
    rows = [
        row
        for row in prices.rows
        if row.id in cases and row.id not in shown and row.then.then is not PriceState.UNKNOWN
    ]
    timed = [row for row in rows if traits(rule).by_time and row.then.then is PriceState.CHARGED]
    charging = [row for row in prices.rows if row.id in cases and row.then.then is PriceState.CHARGED]
    limits = [limit for limit in _limits(rule) if limit not in reached] if charging else []
    found = []
    for row, limit in zip_longest(timed, limits):
        one = row or charging[0]
        minutes = _minutes(rule, limit or Limit.ABOVE)
        found.append(_proposal(catalogue, rule, one, cases[one.id], minutes, row is not None, limit))
    found += [
        _proposal(catalogue, rule, row, cases[row.id], None, True, None) for row in rows if row not in timed
    ]
    return tuple(found)


def _decides(prices: Table[PriceRow], example: Example) -> Row[PriceRow] | None:
    if example.given.keys() != {each.id for each in prices.dimensions}:
        return None
    try:
        return evaluate(prices, example.given)
    except Undecided:
        return None


def _case(
    catalogue: Catalogue, rule: PricingRule, prices: Table[PriceRow], row: Row[PriceRow]
) -> dict[str, str] | None:
    """Return the first case of a row for somebody who may ask; None where it is for nobody who may."""
    users = catalogue.priced_by[rule.id]
    admitted = {
        name
        for modality in users
        for name, stand in catalogue.stands[modality.id].items()
        if stand.state is Access.ALLOWED
    }
    silent = not admitted and all(
        stand.state is Access.DENIED for each in users for stand in catalogue.stands[each.id].values()
    )
    case = {}
    for dimension in prices.dimensions:
        wanted = row.when.get(dimension.id)
        fitting = [value for value in dimension.values if wanted is None or value in wanted]
        if dimension.id == REQUESTER and not silent:
            # Whom a row refuses is whom it speaks of.
            fitting = [name for name in fitting if name in admitted] or (
                fitting if row.then.then is PriceState.NOT_OFFERED else []
            )
        if not fitting:
            return None
        case[dimension.id] = fitting[0]
    return case


def _size(rule: PricingRule) -> int:
    return 60 if rule.unit == "hour" else 1


def _limits(rule: PricingRule) -> Iterator[Limit]:
    """Give the limits of a price by time that are known; where the increment is not, nor is what comes after."""
    if not traits(rule).by_time:
        return
    if isinstance(rule.minimum, int) and rule.minimum > 0:
        yield Limit.MINIMUM
        if isinstance(rule.increment, int):
            yield Limit.ABOVE
    if isinstance(rule.increment, int) and rule.increment > 1:
        yield Limit.INCREMENT


def _minutes(rule: PricingRule, limit: Limit) -> int:
    """Return the minutes that show a limit: one more than the least quantity, the whole of an increment."""
    least = rule.minimum if isinstance(rule.minimum, int) else 0
    step = rule.increment if isinstance(rule.increment, int) else 1
    match limit:
        case Limit.MINIMUM:
            return least * _size(rule)
        case Limit.ABOVE:
            return least * _size(rule) + 1
        case Limit.INCREMENT:
            return (least + step) * _size(rule)


def _reached(rule: PricingRule, minutes: int | None) -> Iterator[Limit]:
    """Give the limits that an example of so many minutes shows."""
    if minutes is None or not traits(rule).by_time:
        return
    units = billed_units(rule, minutes)
    least = rule.minimum if isinstance(rule.minimum, int) else 0
    exact = minutes % _size(rule) == 0 and minutes // _size(rule) == units
    if exact and units == least:
        yield Limit.MINIMUM
    if least * _size(rule) < minutes <= (least + 1) * _size(rule):
        yield Limit.ABOVE
    if exact and units > least:
        yield Limit.INCREMENT


def _proposal(
    catalogue: Catalogue,
    rule: PricingRule,
    row: Row[PriceRow],
    case: Mapping[str, str],
    minutes: int | None,
    new: bool,
    limit: Limit | None,
) -> Proposal:
    return Proposal(
        row=row.then if new else None,
        limit=limit,
        given=case,
        minutes=minutes,
        state=row.then.then,
        payer=payer(row.then, catalogue.requester[case[REQUESTER]]),
        units=None if minutes is None else billed_units(rule, minutes),
    )
