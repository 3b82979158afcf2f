"""The pages of the requesters: what I may ask for, what it costs, and who is billed."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.requesters import Requester
from generator.views.context import Citation, Context, Link, Told, capital
from generator.views.pricing import CostLine, cost_lines
from generator.views.states import State, access_state


@dataclass(frozen=True, slots=True)
class Offer:
    """A modality as this requester meets it."""

    id: str
    modality: Link
    access: State
    note: Markup | None
    citation: Citation
    price: str
    condition_names: tuple[str, ...]
    lines: tuple[CostLine, ...]


@dataclass(frozen=True, slots=True)
class RequesterPage:
    """One requester."""

    id: str
    name: str
    description: Told
    billed: Told
    offers: tuple[Offer, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RequesterItem:
    """A requester in the list of all."""

    link: Link
    description: Told
    billed: str
    may_ask: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Requesters:
    """All requesters."""

    items: tuple[RequesterItem, ...]


SHOWN_IN_LIST = 12


def view(context: Context, requester: Requester) -> RequesterPage:
    catalogue = context.catalogue
    offers = []
    for modality in catalogue.modalities:
        stand = catalogue.access(modality, requester.id)
        lines = cost_lines(context, modality, requester.id)
        offers.append(
            Offer(
                id=modality.id,
                modality=context.modality_link(modality.id),
                access=access_state(context, stand.state),
                note=context.prose(stand.note) if stand.note else None,
                citation=context.citation(stand.facts),
                price=catalogue.pricing_rule[modality.pricing].name,
                condition_names=tuple(name for name, _value in lines[0].conditions),
                lines=lines,
            )
        )
    return RequesterPage(
        id=requester.id,
        name=requester.name,
        description=context.told(requester.description, requester.facts),
        billed=Told(
            context.prose(capital(catalogue.party[requester.billed].name), link_terms=False),
            context.citation(requester.billed_facts),
        ),
        offers=tuple(offers),
        others=tuple(
            context.requester_link(other.id) for other in catalogue.requesters if other is not requester
        ),
    )


def all_requesters(context: Context) -> Requesters:
    catalogue = context.catalogue
    return Requesters(
        tuple(
            RequesterItem(
                link=context.requester_link(requester.id),
                description=context.told(requester.description, requester.facts),
                billed=capital(catalogue.party[requester.billed].name),
                may_ask=tuple(
                    context.modality_link(modality.id)
                    for modality in catalogue.modalities
                    if catalogue.access(modality, requester.id).state == "allowed"
                )[:SHOWN_IN_LIST],
            )
            for requester in catalogue.requesters
        )
    )
