"""The page of costs: every case of every modality, what it comes to, who pays, and why."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.fields import Statement
from generator.catalogue.outcomes import Dimension
from generator.views.context import Citation, Context, Link, Told, capital
from generator.views.pricing import MANY, Costs, costs
from generator.views.simulator import Simulator, simulator


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a dimension, with its meaning where its name does not say it all."""

    name: str
    description: Markup | None
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class DimensionItem:
    """A further thing that prices depend on."""

    id: str
    name: str
    description: Markup | None
    values: tuple[Value, ...]
    if_unknown: Told | None


@dataclass(frozen=True, slots=True)
class CostsPage:
    """All costs."""

    modalities: tuple[Costs, ...]
    simulator: Simulator
    outcomes: tuple[tuple[str, Told], ...]
    outcome_unknown: Told | None
    dimensions: tuple[DimensionItem, ...]
    parties: tuple[tuple[str, Told], ...]
    prevails: Told
    finder: Link


def view(context: Context) -> CostsPage:
    guide = context.catalogue.guide
    brief = len(context.catalogue.modalities) > MANY
    return CostsPage(
        simulator=simulator(context),
        outcome_unknown=_statement(context, guide.outcome_unknown),
        outcomes=tuple(
            (outcome.name, context.told(outcome.description, outcome.facts))
            for outcome in context.catalogue.outcomes
        ),
        dimensions=tuple(_dimension(context, each) for each in context.catalogue.dimensions),
        parties=tuple(
            (capital(party.name), context.told(party.description, party.facts))
            for party in context.catalogue.parties
        ),
        prevails=context.told(guide.prevails, guide.prevails_facts),
        modalities=tuple(costs(context, modality, brief=brief) for modality in context.catalogue.modalities),
        finder=Link(context.gettext("Which modality?"), context.href(context.addresses.finder)),
    )


def _dimension(context: Context, dimension: Dimension) -> DimensionItem:
    return DimensionItem(
        id=dimension.id,
        name=dimension.name,
        description=context.prose(dimension.description) if dimension.description else None,
        values=tuple(
            Value(
                name=value.name,
                description=context.prose(value.description) if value.description else None,
                citation=context.citation(value.facts) if value.facts else None,
            )
            for value in dimension.values
        ),
        if_unknown=_statement(context, dimension.if_unknown),
    )


def _statement(context: Context, statement: Statement | None) -> Told | None:
    return context.told(statement.text, statement.facts) if statement else None
