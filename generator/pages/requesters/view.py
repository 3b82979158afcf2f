"""The list of requesters: who may ask for what, and who is billed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.modalities import Access
from generator.catalogue.requesters import Requester
from generator.views.context import Citation, CitedText, Context, Link
from generator.views.payers import payer

SHOWN_IN_LIST = 12


@dataclass(frozen=True, slots=True)
class RequesterItem:
    """A requester in the list of all."""

    link: Link
    description: CitedText
    may_ask: tuple[tuple[CitedText, tuple[tuple[Link, Citation], ...]], ...]
    """Who pays, with the modalities that they pay for, each with the facts that open it to this requester."""


@dataclass(frozen=True, slots=True)
class Requesters:
    """All requesters."""

    items: tuple[RequesterItem, ...]


def view(context: Context) -> Requesters:
    catalogue = context.catalogue
    return Requesters(
        tuple(
            RequesterItem(
                link=context.requester_link(requester.id),
                description=context.told(requester.description, requester.facts),
                may_ask=_may_ask(context, requester),
            )
            for requester in catalogue.requesters
        )
    )


def _may_ask(
    context: Context, requester: Requester
) -> tuple[tuple[CitedText, tuple[tuple[Link, Citation], ...]], ...]:
    catalogue = context.catalogue
    open_to_them = [
        each for each in catalogue.modalities if catalogue.access(each, requester.id).state is Access.ALLOWED
    ]
    found: dict[str, tuple[list[tuple[Link, Citation]], list[str]]] = {}
    for modality in open_to_them[:SHOWN_IN_LIST]:
        billed = payer(context, modality, requester)
        links, facts = found.setdefault(billed.text, ([], []))
        opened = context.citation(catalogue.access(modality, requester.id).facts)
        links.append((context.modality_link(modality.id), opened))
        facts += billed.facts
    return tuple((context.named(who, facts), tuple(links)) for who, (links, facts) in found.items())
