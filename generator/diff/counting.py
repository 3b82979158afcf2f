"""What changes in how the time of a modality becomes money: least quantity, steps, unit, rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from generator.catalogue.pricing_rules import PricingRule, Rate
from generator.diff.edit import Edit, Topic
from generator.diff.sides import Side, Sides
from generator.i18n import N_
from generator.pricing.basis import traits
from generator.pricing.counting import rate_on
from generator.promises.changes import Change, Effect, effect
from generator.promises.promise import Kind, Promise
from generator.promises.telling import home
from generator.wording.phrases import quantity

_Said = tuple[Effect, Topic, str]


def counting(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell it of every modality; ``changes`` are those of counts and rates."""
    for modality in sides.new.catalogue.modalities:
        if modality.id not in sides.old.catalogue.modality:
            continue
        old, new = (_rule(side, modality.id) for side in (sides.old, sides.new))
        homes = {home("pricing_rules", each.id) for each in (old, new)}
        of = tuple(each for each in changes if each.promise.entries[0] in homes)
        for judged, topic, text in (*_counts(sides, old, new), *_rates(sides, old, new)):
            yield Edit(judged, topic, text, (modality.id,), changes=of)


def _rule(side: Side, modality: str) -> PricingRule:
    return side.catalogue.pricing_rule[side.catalogue.modality[modality].pricing]


def _counts(sides: Sides, old: PricingRule, new: PricingRule) -> Iterator[_Said]:
    _ = sides.gettext
    terms = sides.new.tell.terms
    if old.basis is not new.basis:
        told = sides.turned(terms.bases[old.basis], terms.bases[new.basis])
        yield Effect.NEUTRAL, Topic.COUNTING, _("How the price is counted: {told}.", told=told)
        return
    if old.unit is not new.unit:
        told = sides.turned(*(terms.units[each.unit] if each.unit else "–" for each in (old, new)))
        yield Effect.NEUTRAL, Topic.COUNTING, _("Unit of time: {told}.", told=told)
    for key, message in (
        ("minimum", N_("Least quantity billed: {told}.")),
        ("increment", N_("Step in which time is counted: {told}.")),
    ):
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            judged = Effect.NEUTRAL
            if old.unit is new.unit:
                judged = _judged(sides, Kind.COUNT, str(was or 0), str(now or 0))
            told = sides.turned(*(_number(sides, rule, each) for rule, each in ((old, was), (new, now))))
            yield judged, Topic.COUNTING, _(message, told=told)
    if set(old.depends_on) != set(new.depends_on):
        told = sides.turned(
            *(
                ", ".join(side.called(home("dimensions", each)) for each in rule.depends_on) or "–"
                for side, rule in ((sides.old, old), (sides.new, new))
            )
        )
        yield Effect.NEUTRAL, Topic.COUNTING, _("What else the price depends on: {told}.", told=told)


def _number(sides: Sides, rule: PricingRule, value: object) -> str:
    if isinstance(value, int):
        return quantity(sides.words, rule, value)
    return sides.new.tell.terms.unknown if value else "–"


def _judged(sides: Sides, kind: Kind, before: str, after: str) -> Effect:
    return effect(Promise(kind, "", before), Promise(kind, "", after), sides.new.tell.terms)


def _rates(sides: Sides, old: PricingRule, new: PricingRule) -> Iterator[_Said]:
    """Compare what a unit costs on each day on which a rate begins, or has ended."""
    if not traits(old).by_time or not traits(new).by_time:
        return
    told: set[tuple[object, ...]] = set()
    for day in sorted(
        {each.valid_from for rule in (old, new) for each in rule.rates or ()}
        | {each.valid_to + timedelta(1) for rule in (old, new) for each in rule.rates or () if each.valid_to}
    ):
        was, now = rate_on(old, day), rate_on(new, day)
        both = _written(sides.old, was), _written(sides.new, now)
        if both[0] == both[1] or both in told:
            continue
        told.add(both)
        judged = Effect.NEUTRAL
        if was and now and old.unit is new.unit:
            judged = _judged(sides, Kind.RATE, _plain(sides.old, was), _plain(sides.new, now))
        text = sides.gettext(
            "Rate from {day} on: {told}.",
            day=sides.new.tell.format.date(day),
            told=sides.turned(*(each or sides.new.tell.terms.unknown for each in both)),
        )
        yield judged, Topic.RATE, text


def _written(side: Side, rate: Rate | None) -> str:
    return side.tell.format.price(rate).replace("\u00a0", " ") if rate else ""


def _plain(side: Side, rate: Rate) -> str:
    """Write an amount as promises do."""
    return f"{rate.value} {rate.currency or side.catalogue.guide.currency}, "
