"""The page of costs: every case of every modality, what it comes to, who pays, and why."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.context import Context, Link, Told
from generator.views.pricing import Costs, costs


@dataclass(frozen=True, slots=True)
class CostsPage:
    """All costs."""

    modalities: tuple[Costs, ...]
    outcomes: tuple[tuple[str, Told], ...]
    prevails: Told
    finder: Link


def view(context: Context) -> CostsPage:
    guide = context.catalogue.guide
    return CostsPage(
        outcomes=tuple(
            (outcome.name, context.told(outcome.description, outcome.facts))
            for outcome in context.catalogue.outcomes
        ),
        prevails=context.told(guide.prevails, guide.prevails_facts),
        modalities=tuple(costs(context, modality) for modality in context.catalogue.modalities),
        finder=Link(context.gettext("Which modality?"), context.href(context.addresses.finder)),
    )
