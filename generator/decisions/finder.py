"""The finder's table, the tree that asks the fewest questions, and advice for who knows only some of the answers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.catalogue.finder import Finder, FinderRow
from generator.decisions.table import Axis, Row, Table

EVERY_ORDER = 10_000
"""Of more ways to answer some of the questions and leave the others, not every order of them is tried."""

MOST_ENDS = 2_000
"""Ends of a tree that pages can show and a reader's browser can hold."""


class Leaf(NamedTuple):
    """A result: the rows that agree on it."""

    rows: tuple[FinderRow, ...]


class Branch(NamedTuple):
    """A question, and for each set of answers that lead the same way, what follows."""

    question: str
    ways: tuple[tuple[tuple[str, ...], Branch | Leaf], ...]


Answers = Mapping[str, str | None]
"""Question to answer; None where the reader does not know yet. A question that is left out was not put."""


class Near(NamedTuple):
    """One answer away: the answers to a question, one of which would lead to other recommendations, and to which."""

    question: str
    answers: tuple[str, ...]
    rows: tuple[FinderRow, ...]


class Advice(NamedTuple):
    """What answers come to.

    ``answers`` are those that matter, in the order in which they are asked; ``next`` is the question to put now,
    and ``most`` how many it takes in all, if each is answered. ``rows`` can still decide. Where nothing is left to
    ask and they recommend different things, ``deciding`` is the open question that will tell; where they agree,
    ``nearby`` says what one other answer would change.
    """

    answers: Answers
    next: str | None
    most: int
    rows: tuple[FinderRow, ...]
    deciding: str | None
    nearby: tuple[Near, ...]

    @property
    def recommended(self) -> tuple[tuple[str, ...], ...]:
        """Return what the rows recommend, each once."""
        return tuple(dict.fromkeys(row.recommend for row in self.rows))


def table(finder: Finder) -> Table[FinderRow]:
    """Return the finder's rows as a table over its questions."""
    return Table(
        tuple(Axis(question.id, tuple(a.id for a in question.answers)) for question in finder.questions),
        tuple(
            Row(row.id, {key: frozenset(values) for key, values in row.when.items()}, row)
            for row in finder.rows
        ),
    )


def tree(finder: Finder) -> Branch | Leaf:
    """Return the tree with the least questions in the worst case, and among those the least in all.

    Only a question that still tells rows apart is asked; among equals the one that the writer put first.
    Answers after which the same thing follows are told together. Of many questions, each is the one that leaves
    the least to choose from: to try them in every order would take for ever.
    """
    search = _search(finder)

    def build(rows: int, asked: frozenset[str]) -> Branch | Leaf:
        question = search.question(rows, asked)
        if question is None:
            return Leaf(search.rows_of(rows))
        return Branch(
            question,
            tuple(
                (tuple(given), build(rest, asked | {question}))
                for rest, given in search.ways(rows, question).items()
            ),
        )

    return build(search.all, frozenset())


def too_many_ends(finder: Finder) -> bool:
    """Tell whether the tree has more ends than can be shown; no more of it is looked at than that takes."""
    search = _search(finder)

    def left(rows: int, asked: frozenset[str], room: int) -> int:
        question = search.question(rows, asked)
        if question is None:
            return room - 1
        for rest in search.ways(rows, question):
            room = left(rest, asked | {question}, room)
            if room < 0:
                break
        return room

    return left(search.all, frozenset(), MOST_ENDS) < 0


def advise(finder: Finder, answers: Answers) -> Advice:
    """Say what answers come to: those that matter are taken in the order of the tree, the others are left out.

    So an answer that was given before stays when another is changed, unless it no longer tells anything apart.
    """
    search = _search(finder)
    rows = search.all
    taken: dict[str, str | None] = {}
    while True:
        question = search.question(rows, frozenset(taken))
        if question is not None and question not in answers:
            # Not known yet; what is known besides may still narrow the choice, and so save this question.
            question = next((each for each in search.telling(rows, taken) if each in answers), None)
        if question is None:
            break
        answer = taken[question] = answers[question]
        if answer is not None:
            rows &= search.fits[question][answer]
    asked = search.question(rows, frozenset(taken))
    left = search.rows_of(rows)
    decided = len({row.recommend for row in left}) == 1
    return Advice(
        answers=taken,
        next=asked,
        most=len(taken) + search.depth(rows, frozenset(taken)),
        rows=left,
        deciding=search.deciding(rows, taken) if asked is None and not decided else None,
        nearby=tuple(search.nearby(taken, left)) if asked is None and decided else (),
    )


def _search(finder: Finder) -> _Search:
    """Return the search of the last finder again: many ask for it, and most of what they look at is the same."""
    if not _last or _last[0].finder is not finder:
        _last[:] = [_Search(finder)]
    return _last[0]


class _Search:
    """The search for the best questions; rows are the bits of one integer, as it looks at many sets of them."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.rows = finder.rows
        self.all = (1 << len(finder.rows)) - 1
        self.fits = {
            question.id: {
                answer.id: sum(
                    1 << i
                    for i, row in enumerate(finder.rows)
                    if question.id not in row.when or answer.id in row.when[question.id]
                )
                for answer in question.answers
            }
            for question in finder.questions
        }
        self.every_order = math.prod(len(q.answers) + 1 for q in finder.questions) <= EVERY_ORDER
        self.best = cache(self._best)
        self.depth = cache(self._depth)

    def rows_of(self, rows: int) -> tuple[FinderRow, ...]:
        return tuple(row for i, row in enumerate(self.rows) if rows >> i & 1)

    def telling(self, rows: int, asked: Answers | frozenset[str]) -> Iterator[str]:
        """Give the questions not asked yet that still tell rows apart, in the writer's order."""
        if rows.bit_count() > 1:
            for question, masks in self.fits.items():
                if question not in asked and len({rows & mask for mask in masks.values()}) > 1:
                    yield question

    def ways(self, rows: int, question: str) -> dict[int, list[str]]:
        """Return what each answer to a question leaves, with all answers that leave the same."""
        found: dict[int, list[str]] = {}
        for answer, mask in self.fits[question].items():
            found.setdefault(rows & mask, []).append(answer)
        return found

    def question(self, rows: int, asked: frozenset[str]) -> str | None:
        """Return the question to ask now."""
        if self.every_order:
            return self.best(rows, asked)[2]
        options = [
            (sum(left.bit_count() ** 2 for left in self.ways(rows, question)), rank, question)
            for rank, question in enumerate(self.telling(rows, asked))
        ]
        return min(options)[2] if options else None

    def _depth(self, rows: int, asked: frozenset[str]) -> int:
        """Return how many questions follow at worst."""
        if self.every_order:
            return self.best(rows, asked)[0]
        question = self.question(rows, asked)
        if question is None:
            return 0
        return 1 + max(self.depth(rest, asked | {question}) for rest in self.ways(rows, question))

    def _best(self, rows: int, asked: frozenset[str]) -> tuple[int, int, str | None]:
        """Return worst depth, questions summed over answers, and the question to ask now."""
        options = []
        for rank, question in enumerate(self.telling(rows, asked)):
            below = [self.best(rows & mask, asked | {question}) for mask in self.fits[question].values()]
            options.append(
                (1 + max(b[0] for b in below), len(below) + sum(b[1] for b in below), rank, question)
            )
        if not options:  # rows that overlap share a leaf: the proof reports them
            return (0, 0, None)
        worst, total, _, question = min(options)
        return (worst, total, question)

    def deciding(self, rows: int, answers: Answers) -> str | None:
        """Return the open question that leaves the fewest recommendations at worst, then in all."""
        options = []
        for rank, question in enumerate(self.telling(rows, frozenset())):
            if question in answers and answers[question] is None:
                left = [
                    len({row.recommend for row in self.rows_of(rows & mask)})
                    for mask in self.fits[question].values()
                ]
                options.append((max(left), sum(left), rank, question))
        return min(options)[3] if options else None

    def nearby(self, answers: Answers, rows: tuple[FinderRow, ...]) -> Iterator[Near]:
        """Give the answers that would lead elsewhere, alone among those given."""
        for question, given in answers.items():
            if given is None:
                continue
            others = self.all
            for name, answer in answers.items():
                if name != question and answer is not None:
                    others &= self.fits[name][answer]
            ways: dict[int, list[str]] = {}
            for answer, mask in self.fits[question].items():
                if answer != given:
                    ways.setdefault(others & mask, []).append(answer)
            for left, into in ways.items():
                found = self.rows_of(left)
                if found and all(row.recommend != rows[0].recommend for row in found):
                    yield Near(question, tuple(into), found)


_last: list[_Search] = []
