"""What no source tells of a modality: found once, for the pages that ask it and for the check of who has asked it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, ScopeState
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import PriceRow, PriceState, Tax
from generator.catalogue.root import Catalogue
from generator.pricing.basis import traits


class Gap(NamedTuple):
    """Something that is missing, the facts that say so, and in which rows, requesters or scopes it is, by id."""

    kind: Missing
    facts: tuple[str, ...]
    among: tuple[str, ...] = ()


def gaps(catalogue: Catalogue, modality: Modality) -> tuple[Gap, ...]:
    """Return every gap in what is told of a modality; several `unknown` of a kind are one."""
    return (*_of_price(catalogue, modality), *_of_service(catalogue, modality))


def missing(catalogue: Catalogue, modality: Modality) -> frozenset[Missing]:
    """Return what a question about a modality can stand for: its gaps, and taxes of which no source tells.

    These are no gap of their own: where an amount stands, it is said of it.
    """
    found = {gap.kind for gap in gaps(catalogue, modality)}
    rule = catalogue.pricing_rule[modality.pricing]
    taxes = [*(each.tax for each in rule.rates or ()), *(row.amount.tax for row in rule.rows if row.amount)]
    if Missing.RATE in found or Tax.UNKNOWN in taxes:
        found.add(Missing.TAX)
    return frozenset(found)


def _of_price(catalogue: Catalogue, modality: Modality) -> Iterator[Gap]:
    rule = catalogue.pricing_rule[modality.pricing]
    yield from _in_rows(
        Missing.PRICE,
        (
            row
            for row in rule.rows
            if row.then in (PriceState.ON_QUOTE, PriceState.UNKNOWN) and not row.amount
        ),
    )
    if traits(rule).by_time and not rule.rates:
        yield Gap(Missing.RATE, rule.facts_on("rates"))
    if rule.minimum == UNKNOWN:
        yield Gap(Missing.MINIMUM, rule.facts_on("minimum"))
    if rule.increment == UNKNOWN:
        yield Gap(Missing.INCREMENT, rule.facts_on("increment"))
    yield from _in_rows(Missing.PAYER, (row for row in rule.rows if row.payer == UNKNOWN))


def _in_rows(kind: Missing, rows: Iterator[PriceRow]) -> Iterator[Gap]:
    if found := tuple(rows):
        yield Gap(kind, tuple(fact for row in found for fact in row.facts), tuple(row.id for row in found))


def _of_service(catalogue: Catalogue, modality: Modality) -> Iterator[Gap]:
    access = catalogue.stands[modality.id]
    if untold := [id_ for id_, stand in access.items() if stand.state is Access.UNKNOWN]:
        yield Gap(Missing.ACCESS, tuple(fact for id_ in untold for fact in access[id_].facts), tuple(untold))
    stands = modality.scopes
    if untold := [id_ for id_, stand in stands.items() if stand.state is ScopeState.UNKNOWN]:
        yield Gap(Missing.SCOPE, tuple(fact for id_ in untold for fact in stands[id_].facts), tuple(untold))
    aspects = modality.aspects
    if untold := [id_ for id_, told in aspects.items() if told.text is None]:
        yield Gap(Missing.ASPECT, tuple(fact for id_ in untold for fact in aspects[id_].facts), tuple(untold))
    if facts := modality.preconditions_facts:
        untold = [
            each.id
            for each in catalogue.preconditions
            if modality.wants(each.id) is None and each.service != modality.id
        ]
        if untold:
            yield Gap(Missing.FIRST, facts, tuple(untold))
    if not modality.recommendations:
        yield Gap(Missing.RECOMMENDED, modality.facts)
    if not modality.steps:
        yield Gap(Missing.STEPS, modality.facts)
