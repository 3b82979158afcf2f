"""One table of the comparison: which rows it has, in which order and under which headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.catalogue.modalities import Modality
from generator.pages.comparison import cells
from generator.pages.comparison.cells import MatrixCell
from generator.views.context import Context, Link
from generator.views.pricing import least


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
    """Rows under one heading."""

    key: str
    name: str
    rows: tuple[MatrixRow, ...]


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

    def row(
        key: str, name: str, cell: Callable[[Modality], tuple[MatrixCell, ...]], requester: str = ""
    ) -> MatrixRow:
        return MatrixRow(key, name, tuple(Cell(each.id, cell(each)) for each in modalities), requester)

    use = RowGroup(
        "use",
        _("When to use"),
        (
            row(
                "audience",
                _("Who it is for"),
                lambda m: (cells.line(context, m.audience, m.facts_of_audience),),
            ),
            row("recommended", _("Recommended situations"), lambda m: cells.recommended(context, m)),
        ),
    )
    scopes = tuple(
        RowGroup(
            f"scope-{group.id}",
            _("What it covers: {group}", group=group.name),
            tuple(
                row(f"scope-{scope.id}", scope.name, cells.scope(context, scope.id)) for scope in group.items
            ),
        )
        for group in catalogue.scopes
    )
    service = RowGroup(
        "service",
        _("How it is served"),
        tuple(
            row(f"aspect-{each.id}", each.name, cells.aspect(context, each.id)) for each in catalogue.aspects
        ),
    )
    price = RowGroup(
        "price",
        _("What it costs"),
        (
            row(
                "price-word",
                _("Price in a word"),
                lambda m: (cells.price_word(context, m),),
            ),
            *(
                row(f"price-{outcome.id}", outcome.name, cells.price(context, outcome.id))
                for outcome in catalogue.outcomes
            ),
            row("least", _("Least quantity"), lambda m: (cells.stated(least(context, m)),)),
        ),
    )
    payer = RowGroup(
        "payer",
        _("Who pays"),
        tuple(
            row(f"payer-{each.id}", each.name, cells.payer(context, each.id), each.id)
            for each in catalogue.requesters
        ),
    )
    access = RowGroup(
        "access",
        _("Who may ask"),
        tuple(
            row(f"access-{each.id}", each.name, cells.access(context, each.id), each.id)
            for each in catalogue.requesters
        ),
    )
    first = RowGroup(
        "first",
        _("What must come first"),
        tuple(
            row(f"first-{each.id}", each.name, cells.first(context, each.id))
            for each in catalogue.preconditions
        ),
    )
    steps = RowGroup("steps", _("How to ask"), (row("steps", _("Steps"), lambda m: cells.steps(context, m)),))
    return Matrix(
        title,
        anchor,
        tuple(Column(each.id, context.modality_link(each.id)) for each in modalities),
        tuple(group for group in (use, service, *scopes, price, payer, access, first, steps) if group.rows),
    )
