"""The page of costs: every case of every modality, what it comes to, who pays, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.entry import Statement
from generator.catalogue.modalities import Modality
from generator.catalogue.outcomes import Dimension
from generator.i18n import N_
from generator.pages.page import Page, group_pages, page
from generator.source.reader import SourceFile
from generator.views.agreements import agreement_links
from generator.views.context import Citation, CitedText, Context, Link, WholeGuide
from generator.views.pricing import MANY, Costs, costs
from generator.views.simulator import Simulator, simulator
from generator.wording.formatting import capital


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
    if_unknown: CitedText | None


@dataclass(frozen=True, slots=True)
class CostsPart:
    """A group whose costs are told on a page of their own: the link to it, and a link to each modality on it."""

    id: str
    link: Link
    modalities: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroupCosts:
    """The costs of one group, where all of them would be too many for a page."""

    modalities: tuple[Costs, ...]
    up: Link


@dataclass(frozen=True, slots=True)
class CostsPage:
    """All costs, or where these are too many for a page, the ``parts`` that lead to them."""

    parts: tuple[CostsPart, ...]
    modalities: tuple[Costs, ...]
    simulator: Simulator
    outcomes: tuple[tuple[str, CitedText], ...]
    outcome_unknown: CitedText | None
    dimensions: tuple[DimensionItem, ...]
    parties: tuple[tuple[str, CitedText], ...]
    prevails: CitedText
    agreements: tuple[Link, ...]
    bill: Link


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give the page, and of very many modalities one for each group."""
    yield page(whole, "costs", view)
    yield from group_pages(whole, "costs", N_("Costs: {group}"), of_group, template="group")


def view(context: Context) -> CostsPage:
    guide = context.catalogue.guide
    split = context.addresses.is_split("costs")
    return CostsPage(
        parts=_parts(context) if split else (),
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
        agreements=agreement_links(context),
        modalities=() if split else tuple(costs(context, each) for each in context.catalogue.modalities),
        bill=context.page_link("bill"),
    )


def of_group(context: Context, group: str) -> GroupCosts:
    """Tell the costs of one group's modalities."""
    brief = len(context.catalogue.modalities) > MANY
    members = (each for each in context.catalogue.modalities if each.group == group)
    return GroupCosts(
        tuple(costs(context, each, brief=brief) for each in members),
        Link(context.gettext("Compute your case"), context.href(context.addresses.costs)),
    )


def _parts(context: Context) -> tuple[CostsPart, ...]:
    def link(modality: Modality) -> Link:
        return Link(modality.name, context.href(context.costs_of(modality.id), modality.id))

    return tuple(
        CostsPart(
            group.id,
            Link(group.name, context.href(context.addresses.costs_of(group.id))),
            tuple(map(link, context.catalogue.in_group[group.id])),
        )
        for group in context.catalogue.filled_groups
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


def _statement(context: Context, statement: Statement | None) -> CitedText | None:
    return context.told(statement.text, statement.facts) if statement else None
