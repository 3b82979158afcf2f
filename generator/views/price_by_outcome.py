"""A modality's price in short, for who looks for nothing else: a row per outcome, and a sentence on who pays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.views.context import Citation, CitedText, Context
from generator.views.pricing import CostLine
from generator.views.states import State


@dataclass(frozen=True, slots=True)
class OutcomePrice:
    """What it costs where it ends in some ways; ``who`` is empty where it is the same for whoever may ask."""

    who: str
    requesters: tuple[str, ...]
    conditions: tuple[tuple[str, str], ...]
    state: State
    amount: str


@dataclass(frozen=True, slots=True)
class WhoPays:
    """Who pays what is charged, for those who ask."""

    who: str
    requesters: tuple[str, ...]
    payer: CitedText


@dataclass(frozen=True, slots=True)
class Undecided:
    """For whom no price is told, and why."""

    requesters: tuple[str, ...]
    reason: CitedText


@dataclass(frozen=True, slots=True)
class PriceByOutcome:
    """A modality's price in short."""

    prices: tuple[OutcomePrice, ...]
    payers: tuple[WhoPays, ...]
    undecided: tuple[Undecided, ...]


def price_by_outcome(context: Context, lines: Iterable[CostLine]) -> PriceByOutcome:
    """Shorten the lines of a modality's costs."""
    asking: dict[tuple[str, ...], list[CostLine]] = {}
    undecided: list[Undecided] = []
    for line in lines:
        if line.decided:
            asking.setdefault(line.requesters, []).append(line)
        else:
            undecided.append(Undecided(line.requesters, line.reason))
    alike = len({tuple(_price(line) for line in each) for each in asking.values()}) == 1
    shown = list(asking.values())[:1] if alike else list(asking.values())
    return PriceByOutcome(
        tuple(
            OutcomePrice("" if alike else line.who, line.requesters, line.conditions, line.state, line.amount)
            for each in shown
            for line in each
        ),
        tuple(_payers(context, asking)),
        tuple(undecided),
    )


def _price(line: CostLine) -> tuple[object, ...]:
    return line.conditions, line.state, line.amount, line.state.citation


def _payers(context: Context, asking: dict[tuple[str, ...], list[CostLine]]) -> Iterable[WhoPays]:
    """Say who pays, for each who asks, where anything is charged."""
    for lines in asking.values():
        named: dict[str, Citation] = {}
        for line in lines:
            if line.paid:
                named.setdefault(str(line.payer.html), line.paid)
        asked = context.format.requesters(lines[0].requesters)
        who = context.ngettext(
            "if {requesters:subject} asks",
            "if one of these asks: {requesters:subject}",
            asked.number,
            requesters=asked,
        )
        for name, citation in named.items():
            yield WhoPays(who, lines[0].requesters, CitedText(context.named(name, ()).html, citation))
