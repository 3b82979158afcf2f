"""The list of requesters: who may ask for what, and who is billed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.modalities import Access
from generator.catalogue.requesters import Requester
from generator.views.context import Citation, CitedText, Context, Link
from generator.views.payers import payer

SHOWN_IN_LIST = 12


@dataclass(frozen=True, slots=True)
class Opened:
    """Modalities open to a requester, each by its facts, and who pays; ``billed`` where that is somebody."""

    payer: CitedText
    billed: bool
    modalities: tuple[tuple[Link, Citation], ...]


@dataclass(frozen=True, slots=True)
class RequesterItem:
    """A requester in the list of all."""

    id: str
    link: Link
    description: CitedText
    may_ask: tuple[Opened, ...]


@dataclass(frozen=True, slots=True)
class Requesters:
    """All requesters."""

    items: tuple[RequesterItem, ...]


def view(context: Context) -> Requesters:
    catalogue = context.catalogue
    return Requesters(
        tuple(
            RequesterItem(
                id=requester.id,
                link=context.requester_link(requester.id),
                description=context.told(requester.description, requester.facts),
                may_ask=_may_ask(context, requester),
            )
            for requester in catalogue.requesters
        )
    )


def _may_ask(context: Context, requester: Requester) -> tuple[Opened, ...]:
    catalogue = context.catalogue
    open_to_them = [
        each for each in catalogue.modalities if catalogue.access(each, requester.id).state is Access.ALLOWED
    ]
    found: dict[tuple[str, bool], tuple[list[tuple[Link, Citation]], list[str]]] = {}
    for modality in open_to_them[:SHOWN_IN_LIST]:
        billed = payer(context, modality, requester)
        links, facts = found.setdefault((billed.text, billed.named), ([], []))
        opened = context.citation(catalogue.access(modality, requester.id).facts)
        links.append((context.modality_link(modality.id), opened))
        facts += billed.facts
    return tuple(
        Opened(context.named(who, facts), named, tuple(links))
        for (who, named), (links, facts) in found.items()
    )
