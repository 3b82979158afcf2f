"""What a case comes to for somebody who knows all of it, or only a part: the results that are possible, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from babel.numbers import get_currency_precision

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import Price, PriceRow, PriceState, PricingRule, Tax, Unit
from generator.catalogue.root import Catalogue
from generator.decisions.table import Table
from generator.pricing.basis import traits
from generator.pricing.counting import amount, billed_units, rate_on
from generator.pricing.table import PricedCase, decide, table


@dataclass(frozen=True, slots=True)
class Result:
    """What some cases come to: state, payer, the row that decides (None where access does), and the cases' ids."""

    state: PriceState
    payer: str | None
    row: PriceRow | None
    price: Price | None
    facts: tuple[str, ...]
    cases: tuple[str, ...]

    @property
    def money(self) -> tuple[PriceState, str | None, Price | None]:
        """Return what matters to whoever pays: results that agree in it differ in the reason only."""
        return self.state, self.payer, self.price


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """A case that differs in one thing, and thereby in money or payer."""

    dimension: str
    value: str
    result: Result


@dataclass(frozen=True, slots=True)
class Alternative:
    """What is still possible once an open question has this answer."""

    value: str
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class TimeCharge:
    """A charge by time: what is billed of the minutes, and the amount where a rate is known.

    ``unknown`` names what no source tells and the count leaves out: `minimum`, `increment`; ``untold`` what of it has a
    say in these minutes. ``given`` says that the rate is the reader's own, not the catalogue's.
    """

    minutes: int
    unit: Unit | None
    units: int
    unknown: tuple[str, ...]
    untold: tuple[str, ...]
    rate: Decimal | None
    given: bool
    currency: str
    tax: Tax
    amount: Decimal | None

    @property
    def least(self) -> bool:
        """Tell whether the bill can only be higher: a least quantity makes none smaller, rounding may."""
        return self.untold == ("minimum",)


@dataclass(frozen=True, slots=True)
class Quote:
    """The answer: the results that are possible, and unless they all come to the same money, what decides.

    ``ways`` takes the answers to what decides one by one.
    """

    modality: str
    known: Mapping[str, str]
    results: tuple[Result, ...]
    deciding: str | None
    ways: tuple[Alternative, ...]
    nearby: tuple[Counterfactual, ...]
    bill: TimeCharge | None
    before: tuple[str, ...]


def quote(
    catalogue: Catalogue,
    modality: Modality,
    known: Mapping[str, str],
    *,
    minutes: int | None = None,
    rate: Decimal | None = None,
    as_of: date | None = None,
) -> Quote:
    """Answer for what is known; a dimension left out of ``known`` is not known yet.

    ``minutes`` is the time worked, ``rate`` what the reader's own document says of one unit; without it the
    catalogue's rate on ``as_of`` (the guide's day unless given) counts, if it has one.
    """
    rule = catalogue.pricing_rule[modality.pricing]
    prices = table(catalogue, rule)
    results = _results(catalogue, modality, prices, known)
    open_ = None if settled(results) else deciding(catalogue, modality, prices, known)
    billed = (
        minutes is not None and traits(rule).by_time and any(r.state is PriceState.CHARGED for r in results)
    )
    return Quote(
        modality=modality.id,
        known=dict(known),
        results=results,
        deciding=open_,
        ways=tuple(_ways(catalogue, modality, prices, known, open_)) if open_ else (),
        nearby=tuple(_nearby(catalogue, modality, prices, known, results[0])) if open_ is None else (),
        bill=bill(catalogue, rule, minutes, rate, as_of or catalogue.guide.date)
        if billed and minutes is not None
        else None,
        before=tuple(each.precondition for each in modality.preconditions),
    )


def settled(results: Iterable[Result]) -> bool:
    """Tell whether results come to the same money, whatever the reason."""
    return len({result.money for result in results}) == 1


def bill(
    catalogue: Catalogue, rule: PricingRule, minutes: int, rate: Decimal | None, as_of: date
) -> TimeCharge:
    """Count and price minutes by a rule."""
    units = billed_units(rule, minutes)
    own = rate_on(rule, as_of)
    used = rate if rate is not None else own.value if own else None
    currency = (own.currency if own and rate is None else None) or catalogue.guide.currency
    digits = get_currency_precision(currency)
    minimum = rule.minimum if isinstance(rule.minimum, int) else 0
    unknown = tuple(name for name in ("minimum", "increment") if getattr(rule, name) == UNKNOWN)
    return TimeCharge(
        minutes=minutes,
        unit=rule.unit,
        units=units,
        unknown=unknown,
        # Within the least quantity, no increment has any say.
        untold=tuple(name for name in unknown if name == "minimum" or units > minimum),
        rate=used,
        given=rate is not None,
        currency=currency,
        tax=own.tax if own and rate is None else Tax.UNKNOWN,
        amount=None if used is None else amount(used, units, catalogue.guide.rounding, digits),
    )


def _results(
    catalogue: Catalogue, modality: Modality, prices: Table[PriceRow], known: Mapping[str, str]
) -> tuple[Result, ...]:
    """Gather the cases that are still possible by what they come to, in the order of the table."""
    found: dict[tuple[object, ...], list[PricedCase]] = {}
    for case in _completions(prices, known):
        made = decide(catalogue, modality, case, prices)
        row = made.row.id if made.row else None
        found.setdefault((made.state, made.payer, row, made.facts), []).append(made)
    return tuple(_result(cases) for cases in found.values())


def _result(cases: Iterable[PricedCase]) -> Result:
    cases = tuple(cases)
    first = cases[0]
    return Result(
        first.state, first.payer, first.row, first.amount, first.facts, tuple(case.id for case in cases)
    )


def _completions(prices: Table[PriceRow], known: Mapping[str, str]) -> Iterator[dict[str, str]]:
    names = [dimension.id for dimension in prices.dimensions]
    choices = [(known[d.id],) if d.id in known else d.values for d in prices.dimensions]
    for values in product(*choices):
        yield dict(zip(names, values, strict=True))


def deciding(
    catalogue: Catalogue, modality: Modality, prices: Table[PriceRow], known: Mapping[str, str]
) -> str:
    """Return the open dimension whose answer leaves the fewest results at worst; the first among equals."""
    worst = {
        dimension.id: max(
            len(
                {
                    result.money
                    for result in _results(catalogue, modality, prices, {**known, dimension.id: value})
                }
            )
            for value in dimension.values
        )
        for dimension in prices.dimensions
        if dimension.id not in known
    }
    return min(worst, key=lambda name: worst[name])


def _ways(
    catalogue: Catalogue,
    modality: Modality,
    prices: Table[PriceRow],
    known: Mapping[str, str],
    open_: str,
) -> Iterator[Alternative]:
    for dimension in prices.dimensions:
        if dimension.id == open_:
            for value in dimension.values:
                yield Alternative(value, _results(catalogue, modality, prices, {**known, open_: value}))


def _nearby(
    catalogue: Catalogue,
    modality: Modality,
    prices: Table[PriceRow],
    known: Mapping[str, str],
    result: Result,
) -> Iterator[Counterfactual]:
    """Give the cases one answer away that come to other money, in the order of dimensions and values."""
    for dimension in prices.dimensions:
        for value in dimension.values:
            if dimension.id not in known or value == known[dimension.id]:
                continue
            others = _results(catalogue, modality, prices, {**known, dimension.id: value})
            if settled(others) and others[0].money != result.money:
                yield Counterfactual(dimension.id, value, others[0])
