"""The list of all modalities, group by group."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.cards import GroupOfCards, groups
from generator.views.context import Context, Link


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups."""

    groups: tuple[GroupOfCards, ...]
    finder: Link


def view(context: Context) -> Groups:
    return Groups(
        groups=groups(context),
        finder=context.page_link("finder"),
    )
