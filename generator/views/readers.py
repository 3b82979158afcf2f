"""As whom a guide can be read: requesters, those of a group together, so that a page speaks to one of them alone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.context import WholeGuide

READER = "reader"
"""What the reader is called in an address; the scripts know it by the same name."""


@dataclass(frozen=True, slots=True)
class GuideReader:
    """A reader: ``id`` as it stands in addresses, ``members`` the requesters that are meant."""

    id: str
    name: str
    members: tuple[str, ...]


def readers(whole: WholeGuide) -> tuple[GuideReader, ...]:
    """Give the readers of a guide, in the order of its requesters; none where all are one."""
    catalogue = whole.catalogue
    grouped = {member for group in catalogue.requester_groups for member in group.members}
    found = [
        GuideReader(each.id, each.name, (each.id,)) for each in catalogue.requesters if each.id not in grouped
    ]
    found += [GuideReader(each.id, each.name, tuple(each.members)) for each in catalogue.requester_groups]
    order = list(catalogue.requester)
    found.sort(key=lambda each: min(map(order.index, each.members)))
    return tuple(found) if len(found) > 1 else ()
