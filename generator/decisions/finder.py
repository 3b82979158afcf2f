"""The finder's table, and the tree that asks the fewest questions to reach each of its results."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.catalogue.finder import Finder, FinderRow
from generator.decisions.table import Dimension, Row, Table


@dataclass(frozen=True, slots=True)
class Leaf:
    """A result: the rows that agree on it."""

    rows: tuple[FinderRow, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A question, and for each set of answers that lead the same way, what follows."""

    question: str
    ways: tuple[tuple[tuple[str, ...], Branch | Leaf], ...]


def table(finder: Finder) -> Table[FinderRow]:
    """Return the finder's rows as a table over its questions."""
    return Table(
        tuple(Dimension(question.id, tuple(a.id for a in question.answers)) for question in finder.questions),
        tuple(
            Row(row.id, {key: frozenset(values) for key, values in row.when.items()}, row)
            for row in finder.rows
        ),
    )


def tree(finder: Finder) -> Branch | Leaf:
    """Return the tree with the least questions in the worst case, and among those the least in all.

    Only a question that still tells rows apart is asked; among equals the one that the writer put first.
    Answers after which the same thing follows are told together.
    """
    whole = table(finder)
    answers = {dimension.id: dimension.values for dimension in whole.dimensions}
    # Rows as the bits of one integer, as the search looks at many sets of them: a third of the time that sets take.
    fits = {
        question: tuple(
            sum(
                1 << i
                for i, row in enumerate(whole.rows)
                if question not in row.when or answer in row.when[question]
            )
            for answer in given
        )
        for question, given in answers.items()
    }

    @cache
    def best(rows: int, asked: frozenset[str]) -> tuple[int, int, str | None]:
        """Worst depth, questions summed over answers, and the question to ask now."""
        if rows.bit_count() <= 1:
            return (0, 0, None)
        options = []
        for rank, (question, masks) in enumerate(fits.items()):
            if question in asked or len({rows & mask for mask in masks}) == 1:
                continue
            below = [best(rows & mask, asked | {question}) for mask in masks]
            options.append(
                (1 + max(b[0] for b in below), len(below) + sum(b[1] for b in below), rank, question)
            )
        if not options:  # rows that overlap: the proof reports them, here they share a leaf
            return (0, 0, None)
        worst, total, _, question = min(options)
        return (worst, total, question)

    def build(rows: int, asked: frozenset[str]) -> Branch | Leaf:
        question = best(rows, asked)[2]
        if question is None:
            return Leaf(tuple(row.then for i, row in enumerate(whole.rows) if rows >> i & 1))
        ways: dict[int, list[str]] = {}
        for answer, mask in zip(answers[question], fits[question], strict=True):
            ways.setdefault(rows & mask, []).append(answer)
        return Branch(
            question,
            tuple((tuple(given), build(rest, asked | {question})) for rest, given in ways.items()),
        )

    return build((1 << len(whole.rows)) - 1, frozenset())
