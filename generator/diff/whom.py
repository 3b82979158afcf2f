"""Whom a change is for: some of the requesters by the groups of the guide, some values of what prices depend on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.diff.boxes import Box, Cell, boxes
from generator.diff.sides import Sides
from generator.promises.telling import home_of_value

MOST_ORDERED = 4
"""Dimensions that are put in every order: of more there would be too many."""


class Among(NamedTuple):
    """A dimension, and its values that there are cases of."""

    id: str
    values: tuple[str, ...]


def requesters(sides: Sides, ids: Iterable[str], among: Sequence[str]) -> str:
    """Name some of the requesters: all, groups whole or in part (and who of them is left out), and the others.

    Empty where there is only one whom it could be for.
    """
    wanted = set(ids)
    if wanted.issuperset(among):
        return sides.gettext("all requesters") if len(among) > 1 else ""
    return "; ".join(_by_groups(sides, wanted, among))


def _by_groups(sides: Sides, wanted: set[str], among: Sequence[str]) -> Iterator[str]:
    left = dict.fromkeys(each for each in among if each in wanted)
    for group in sides.new.catalogue.requester_groups:
        members = [each for each in group.members if each in among]
        inside = [each for each in members if each in left]
        # A part is told as one where it is most of the group: else the few that it is have their names.
        if len(members) < 2 or len(inside) * 2 <= len(members):
            continue
        outside = [each for each in members if each not in wanted]
        for each in inside:
            del left[each]
        if not outside:
            yield group.name
        else:
            yield sides.gettext(
                "{some} of {all} {group} (not: {left_out})",
                some=len(inside),
                all=len(members),
                group=group.name,
                left_out=sides.listed(_name(sides, REQUESTER, each) for each in outside),
            )
    yield from (_name(sides, REQUESTER, each) for each in left)


def cases(sides: Sides, cells: Sequence[Cell], among: Sequence[Among]) -> str:
    """Name cases by what they have in common; of a dimension that says nothing, nothing is said."""
    found = (told for box in _fewest(cells, len(among)) if (told := _block(sides, box, among)))
    return " / ".join(found) or sides.gettext("every case")


def _fewest(cells: Sequence[Cell], dimensions: int) -> list[Box]:
    """Take cells apart dimension by dimension, in whichever order makes the fewest blocks."""
    orders = permutations(range(dimensions)) if dimensions <= MOST_ORDERED else [tuple(range(dimensions))]
    found: list[Box] = []
    for order in orders:
        made = boxes(tuple(cell[at] for at in order) for cell in cells)
        if not found or len(made) < len(found):
            found = [tuple(box[order.index(at)] for at in range(dimensions)) for box in made]
        if len(found) == 1:
            break
    return found


def _block(sides: Sides, box: Box, among: Sequence[Among]) -> str:
    parts = []
    for values, dimension in zip(box, among, strict=True):
        if dimension.id == REQUESTER:
            told = requesters(sides, values, dimension.values)
        elif set(values).issuperset(dimension.values):
            told = ""
        else:
            told = sides.new.tell.format.listed([_name(sides, dimension.id, each) for each in values], "or")
        parts.append(told)
    return " · ".join(part for part in parts if part)


def _name(sides: Sides, dimension: str, value: str) -> str:
    return sides.called(home_of_value(dimension, value)).strip("“”")


def values_of(dimension: str, *catalogues: Catalogue) -> Mapping[str, None]:
    """Return the values of a dimension in catalogues, in their order."""
    found: dict[str, None] = {}
    for each in catalogues:
        match dimension:
            case str() if dimension == REQUESTER:
                found |= dict.fromkeys(each.requester)
            case str() if dimension == OUTCOME:
                found |= dict.fromkeys(each.outcome)
            case _ if dimension in each.dimension:
                found |= dict.fromkeys(value.id for value in each.dimension[dimension].values)
    return found
