"""The groups of a guide that is too large for one page of something: each leads to a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.views.context import CitedText, Context, Link


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A group, with the link to its page and how many modalities are told there."""

    link: Link
    count: str
    summary: CitedText


def group_parts(context: Context, address_of: Callable[[str], str]) -> tuple[GroupPart, ...]:
    """Return the groups that have modalities; ``address_of`` gives the address of a group's page."""
    return tuple(
        GroupPart(
            Link(group.name, context.href(address_of(group.id))),
            context.ngettext(
                "{number} modality", "{number} modalities", len(context.catalogue.in_group[group.id])
            ),
            context.told(group.summary, group.facts or ()),
        )
        for group in context.catalogue.filled_groups
    )
