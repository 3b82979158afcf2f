"""The page of a charge that somebody received: the form that checks it, and what it is checked with by hand."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.context import CitedText, Context, Link
from generator.views.pricing import CostLine, cost_lines, details, dimension_names
from generator.views.simulator import Simulator, simulator


@dataclass(frozen=True, slots=True)
class ByHand:
    """When a modality is charged, and who pays."""

    modality: Link
    summary: CitedText
    condition_names: tuple[str, ...]
    lines: tuple[CostLine, ...]
    details: tuple[tuple[str, CitedText], ...]


@dataclass(frozen=True, slots=True)
class Bill:
    """The page; where the cases of all modalities would be too many for it, ``costs`` leads to them."""

    form: Simulator
    modalities: tuple[ByHand, ...]
    costs: Link
    prevails: CitedText


def view(context: Context) -> Bill:
    guide = context.catalogue.guide
    split = context.addresses.is_split("costs")
    return Bill(
        form=simulator(context),
        modalities=() if split else tuple(by_hand(context, each.id) for each in context.catalogue.modalities),
        costs=context.page_link("costs"),
        prevails=context.told(guide.prevails, guide.prevails_facts),
    )


def by_hand(context: Context, id_: str) -> ByHand:
    """Tell with what a charge for a modality is checked."""
    modality = context.catalogue.modality[id_]
    rule = context.catalogue.pricing_rule[modality.pricing]
    return ByHand(
        modality=context.modality_link(id_),
        summary=context.told(rule.summary, rule.facts),
        condition_names=tuple(name for name, _ in dimension_names(context, rule)),
        lines=cost_lines(context, modality),
        details=details(context, rule),
    )
