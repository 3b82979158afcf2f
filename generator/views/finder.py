"""The finder as a tree to read and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.finder import Finder, FinderRow
from generator.decisions import finder as decisions
from generator.views.cards import Card, card
from generator.views.context import Context, Told


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended, the best first, and why."""

    cards: tuple[Card, ...]
    reason: Told


@dataclass(frozen=True, slots=True)
class Way:
    """Answers, and what follows from them: another question or a recommendation."""

    answers: str
    then: Node | Recommendation


@dataclass(frozen=True, slots=True)
class Node:
    """A question with the ways on from it."""

    question: str
    help: Markup | None
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table: an answer in words for each question, and what is recommended."""

    id: str
    answers: tuple[str, ...]
    recommendation: Recommendation


@dataclass(frozen=True, slots=True)
class FinderPage:
    """The page."""

    tree: Node | Recommendation
    most_questions: int
    questions: tuple[str, ...]
    rows: tuple[TableRow, ...]


def view(context: Context) -> FinderPage:
    finder = context.catalogue.finder
    tree = decisions.tree(finder)
    return FinderPage(
        tree=_node(context, finder, tree),
        most_questions=_depth(tree),
        questions=tuple(question.text for question in finder.questions),
        rows=tuple(
            TableRow(
                row.id,
                tuple(
                    _answers(finder, question.id, row.when[question.id])
                    if question.id in row.when
                    else context.gettext("Any")
                    for question in finder.questions
                ),
                _recommendation(context, (row,)),
            )
            for row in finder.rows
        ),
    )


def _depth(tree: decisions.Branch | decisions.Leaf) -> int:
    if isinstance(tree, decisions.Leaf):
        return 0
    return 1 + max(_depth(below) for _, below in tree.ways)


def _node(
    context: Context, finder: Finder, tree: decisions.Branch | decisions.Leaf
) -> Node | Recommendation:
    if isinstance(tree, decisions.Leaf):
        return _recommendation(context, tree.rows)
    question = next(each for each in finder.questions if each.id == tree.question)
    return Node(
        question.text,
        context.prose(question.help) if question.help else None,
        tuple(
            Way(_answers(finder, question.id, answers), _node(context, finder, below))
            for answers, below in tree.ways
        ),
    )


def _recommendation(context: Context, rows: tuple[FinderRow, ...]) -> Recommendation:
    row = rows[0]
    return Recommendation(
        tuple(card(context, context.catalogue.modality[id_]) for id_ in row.recommend),
        context.told(row.reason, row.facts),
    )


def _answers(finder: Finder, question: str, answers: tuple[str, ...]) -> str:
    entries = next(each.answers for each in finder.questions if each.id == question)
    return "; ".join(entry.text for entry in entries if entry.id in answers)
