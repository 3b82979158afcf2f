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
        tuple(Row(row.id, {key: frozenset(values) for key, values in row.when.items()}, row) for row in finder.rows),
    )


def tree(finder: Finder) -> Branch | Leaf:
    """Return the tree with the least questions in the worst case, and among those the least in all.

    Only a question that still tells rows apart is asked; among equals the one that the writer put first.
    Answers after which the same thing follows are told together.
    """
    whole = table(finder)
    answers = {dimension.id: dimension.values for dimension in whole.dimensions}

    def left(rows: frozenset[int], question: str, answer: str) -> frozenset[int]:
        return frozenset(
            i for i in rows if question not in whole.rows[i].when or answer in whole.rows[i].when[question]
        )

    @cache
    def best(rows: frozenset[int], asked: frozenset[str]) -> tuple[int, int, str | None]:
        """Worst depth, questions summed over answers, and the question to ask now."""
        if len({whole.rows[i].id for i in rows}) <= 1:
            return (0, 0, None)
        options = []
        for rank, question in enumerate(answers):
            if question in asked or not any(question in whole.rows[i].when for i in rows):
                continue
            below = [best(left(rows, question, a), asked | {question}) for a in answers[question]]
            options.append((1 + max(b[0] for b in below), len(below) + sum(b[1] for b in below), rank, question))
        if not options:  # rows that overlap: the proof reports them, here they share a leaf
            return (0, 0, None)
        worst, total, _, question = min(options)
        return (worst, total, question)

    def build(rows: frozenset[int], asked: frozenset[str]) -> Branch | Leaf:
        question = best(rows, asked)[2]
        if question is None:
            return Leaf(tuple(whole.rows[i].then for i in sorted(rows)))
        ways: dict[frozenset[int], list[str]] = {}
        for answer in answers[question]:
            ways.setdefault(left(rows, question, answer), []).append(answer)
        return Branch(
            question,
            tuple((tuple(given), build(rest, asked | {question})) for rest, given in ways.items()),
        )

    return build(frozenset(range(len(whole.rows))), frozenset())
