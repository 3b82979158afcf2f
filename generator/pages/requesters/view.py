"""The list of requesters: who may ask for what, and who is billed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.context import CitedText, Context, Link
from generator.wording.formatting import capital

SHOWN_IN_LIST = 12


@dataclass(frozen=True, slots=True)
class RequesterItem:
    """A requester in the list of all."""

    link: Link
    description: CitedText
    billed: str
    may_ask: tuple[Link, ...]


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
