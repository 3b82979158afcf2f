"""Whoever walks the finder's tree arrives where the table says, by as few questions as can be."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from generator.decisions.evaluation import evaluate
from generator.decisions.finder import Branch, Leaf, table, tree
from tests.properties.strategies import finders


def walk(node: Branch | Leaf, case: dict[str, str]) -> tuple[Leaf, list[str]]:
    """Follow the answers of a case to the end; return the leaf and the questions asked."""
    asked = []
    while isinstance(node, Branch):
        asked.append(node.question)
        (node,) = [below for answers, below in node.ways if case[node.question] in answers]
    return node, asked


def depth(node: Branch | Leaf) -> int:
    return 0 if isinstance(node, Leaf) else 1 + max(depth(below) for _, below in node.ways)


def effort(node: Branch | Leaf, sizes: dict[str, int]) -> int:
    """Questions summed over answers: each branch counts once for each answer that leads to it."""
    if isinstance(node, Leaf):
        return 0
    return sizes[node.question] + sum(len(answers) * effort(below, sizes) for answers, below in node.ways)


def branches(node: Branch | Leaf, known: dict[str, str]) -> Iterator[tuple[Branch, dict[str, str]]]:
    """Give each branch with what is known when it is reached."""
    if isinstance(node, Branch):
        yield node, known
        for answers, below in node.ways:
            for answer in answers:
                yield from branches(below, {**known, node.question: answer})


def fewest(cases: list[dict[str, str]], whole, left: frozenset[str]) -> tuple[int, int]:
    """Worst depth and effort of the best tree over these cases, by trying every question at every turn."""
    if len({evaluate(whole, case).id for case in cases}) == 1:
        return (0, 0)
    tries = []
    for dimension in whole.dimensions:
        if dimension.id in left:
            below = [
                fewest([case for case in cases if case[dimension.id] == value], whole, left - {dimension.id})
                for value in dimension.values
            ]
            tries.append((1 + max(b[0] for b in below), len(below) + sum(b[1] for b in below)))
    return min(tries)


@given(finders())
def test_any_full_answer_leads_to_the_row_that_decides_it(finder):
    """The questions one by one and the table as a whole recommend the same, whatever a reader answers."""
    whole = table(finder)
    top = tree(finder)
    for case in whole.cases():
        assert (evaluate(whole, case).then,) == walk(top, case)[0].rows


@given(finders())
def test_the_tree_is_as_shallow_as_any_and_as_small_as_any_so_shallow(finder):
    """No other order of questions asks less of the reader who is asked most, nor less of all together."""
    whole = table(finder)
    top = tree(finder)
    sizes = {dimension.id: len(dimension.values) for dimension in whole.dimensions}

    assert fewest(list(whole.cases()), whole, frozenset(sizes)) == (depth(top), effort(top, sizes))


@given(finders())
def test_only_questions_that_tell_rows_apart_are_asked(finder):
    """At each question, at least two answers lead to different places, and none was asked before."""
    whole = table(finder)
    for branch, known in branches(tree(finder), {}):
        assert branch.question not in known
        assert len(branch.ways) > 1
        assert len({repr(below) for _, below in branch.ways}) > 1
        results = [
            {
                evaluate(whole, case).id
                for case in whole.cases()
                if all(case[name] == value for name, value in {**known, branch.question: answer}.items())
            }
            for answers, _ in branch.ways
            for answer in answers
        ]
        assert any(rows != results[0] for rows in results)


@given(finders())
def test_each_question_offers_each_of_its_answers_once(finder):
    """No answer is missing from a question, none leads two ways, and they stay in the writer's order."""
    order = {question.id: [answer.id for answer in question.answers] for question in finder.questions}
    for branch, _ in branches(tree(finder), {}):
        told = [answer for answers, _ in branch.ways for answer in answers]
        assert sorted(order[branch.question]) == sorted(told)
        for answers, _ in branch.ways:
            assert sorted(answers, key=order[branch.question].index) == list(answers)


@given(finders())
def test_answers_that_lead_to_the_same_rows_are_told_together(finder):
    """A reader is not shown two ways that are one."""
    for branch, _ in branches(tree(finder), {}):
        below = [repr(node) for _, node in branch.ways]
        assert len(below) == len(set(below))


@given(finders())
def test_every_row_is_reached(finder):
    """No recommendation is lost on the way from the table to the tree."""
    whole = table(finder)
    top = tree(finder)

    assert {row.id for row in finder.rows} == {walk(top, case)[0].rows[0].id for case in whole.cases()}
