"""One table of the comparison: which rows it has, in which order and under which headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.catalogue.modalities import Modality
from generator.pages.comparison import cells
from generator.pages.comparison.cells import MatrixCell, Tell
from generator.views.context import Context, Link
from generator.views.pricing import least

_FIRST = ("price", "payer", "steps")
"""What most readers compare by."""


class _Entry(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the modality that it is about, and what it says."""

    modality: str
    entries: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: a stable key, its heading, a cell for each modality; ``requester`` where it is about that one alone."""

    key: str
    name: str
    cells: tuple[Cell, ...]
    requester: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading; what most readers come for stands ``first``, the rest is folded below."""

    key: str
    name: str
    rows: tuple[MatrixRow, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the modality, and the link that heads it."""

    id: str
    link: Link


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of modalities side by side."""

    title: str
    anchor: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]


def matrix(context: Context, modalities: Sequence[Modality], title: str, anchor: str) -> Matrix:
    """Build the table of some modalities."""
    catalogue = context.catalogue
    _ = context.gettext

    def row(key: str, name: str, cell: Tell, requester: str = "") -> MatrixRow:
        return MatrixRow(key, name, tuple(Cell(each.id, cell(each)) for each in modalities), requester)

    def rows(
        kind: str, entries: Iterable[_Entry], tell: Callable[[Context, str], Tell], *, alone: bool = False
    ) -> Iterator[MatrixRow]:
        """Give a row for each entry; ``alone`` where it is about that requester alone."""
        for each in entries:
            yield row(f"{kind}-{each.id}", each.name, tell(context, each.id), each.id if alone else "")

    audience = row(
        "audience", _("Who it is for"), lambda m: (cells.line(context, m.audience, m.facts_of_audience),)
    )
    recommended = row("recommended", _("Recommended situations"), lambda m: cells.recommended(context, m))
    price_word = row("price-word", _("Price in a word"), lambda m: (cells.price_word(context, m),))
    lowest = row("least", _("Least quantity"), lambda m: (cells.stated(least(context, m)),))
    steps = row("steps", _("Steps"), lambda m: cells.steps(context, m))
    groups = (
        ("price", _("What it costs"), (price_word, *rows("price", catalogue.outcomes, cells.price), lowest)),
        ("payer", _("Who pays"), rows("payer", catalogue.requesters, cells.payer, alone=True)),
        ("steps", _("How to ask"), (steps,)),
        ("use", _("When to use"), (audience, recommended)),
        *(
            (
                f"scope-{group.id}",
                _("What it covers: {group}", group=group.name),
                rows("scope", group.items, cells.scope),
            )
            for group in catalogue.scopes
        ),
        ("first", _("What must come first"), rows("first", catalogue.preconditions, cells.first)),
        ("access", _("Who may ask"), rows("access", catalogue.requesters, cells.access, alone=True)),
        ("service", _("How it is served"), rows("aspect", catalogue.aspects, cells.aspect)),
    )
    filled = (RowGroup(key, name, tuple(found), key in _FIRST) for key, name, found in groups)
    return Matrix(
        title,
        anchor,
        tuple(Column(each.id, context.modality_link(each.id)) for each in modalities),
        tuple(group for group in filled if group.rows),
    )
