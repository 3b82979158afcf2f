"""Random tables and finders, small enough to go through every case, and what brute force says of them."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.catalogue.finder import Answer, Finder, FinderRow, Question
from generator.decisions.table import Axis, Row, Table

NAMES = ("hours", "severity", "package", "market")
VALUES = ("v0", "v1", "v2")


@st.composite
def dimensions(draw: st.DrawFn, least: int = 0, fewest_values: int = 1) -> tuple[Axis, ...]:
    """Up to four dimensions of up to three values."""
    sizes = draw(st.lists(st.integers(fewest_values, len(VALUES)), min_size=least, max_size=len(NAMES)))
    return tuple(Axis(name, VALUES[:size]) for name, size in zip(NAMES, sizes, strict=False))


@st.composite
def tables(draw: st.DrawFn) -> Table[int]:
    """Any table at all: with gaps, overlaps, rows that are dead, and values that do not exist."""
    over = draw(dimensions())
    whens = draw(st.lists(_whens(over), max_size=6))
    return Table(over, tuple(Row(f"row-{i}", when, i) for i, when in enumerate(whens)))


def _whens(over: tuple[Axis, ...]) -> st.SearchStrategy[dict[str, frozenset[str]]]:
    # A set may be empty, or hold a value that the dimension does not have: such rows are dead.
    return st.fixed_dictionaries(
        {},
        optional={
            each.id: st.frozensets(st.sampled_from((*each.values, "nowhere")), max_size=4) for each in over
        },
    )


@st.composite
def partitions(draw: st.DrawFn, least: int = 0, fewest_values: int = 1) -> Table[int]:
    """A table that is complete and unambiguous: all cases, cut in two again and again along some dimension."""
    over = draw(dimensions(least, fewest_values))
    pieces: list[dict[str, frozenset[str]]] = [{each.id: frozenset(each.values) for each in over}]
    for _ in range(draw(st.integers(0, 6))):
        piece = pieces.pop(draw(st.integers(0, len(pieces) - 1)))
        wide = [name for name, values in piece.items() if len(values) > 1]
        if not wide:
            pieces.append(piece)
            continue
        name = draw(st.sampled_from(wide))
        values = sorted(piece[name])
        part = frozenset(
            draw(st.lists(st.sampled_from(values), min_size=1, max_size=len(values) - 1, unique=True))
        )
        pieces += [{**piece, name: part}, {**piece, name: piece[name] - part}]
    # Some rows name a dimension with all its values, others leave it out: both mean any.
    explicit = draw(st.booleans())
    every = {each.id: frozenset(each.values) for each in over}
    whens = [
        {k: v for k, v in piece.items() if explicit or v != every[k]}
        for piece in draw(st.permutations(pieces))
    ]
    return Table(over, tuple(Row(f"row-{i}", when, i) for i, when in enumerate(whens)))


def finders() -> st.SearchStrategy[Finder]:
    """Finders whose table is complete and unambiguous."""
    return partitions(least=1, fewest_values=2).map(finder_of)


def finder_of(table: Table[int]) -> Finder:
    """Make the finder that asks for each dimension of a table and has its rows."""
    return Finder(
        questions=tuple(
            Question(
                id=each.id,
                text=f"Which {each.id}?",
                answers=tuple(Answer(id=value, text=value) for value in each.values),
            )
            for each in table.dimensions
        ),
        rows=tuple(
            FinderRow(
                id=row.id,
                when={name: tuple(sorted(values)) for name, values in row.when.items()},
                recommend=f"modality-{row.then}",
                reason="Because.",
                facts="f1",
            )
            for row in table.rows
        ),
    )
