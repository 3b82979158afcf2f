"""The finder asks as few questions as it can, and what it recommends is what its table says."""

from __future__ import annotations

from itertools import product

import pytest

from generator.catalogue.finder import Answer, Finder, FinderRow, Question
from generator.catalogue.modalities import Status
from generator.decisions.evaluation import evaluate
from generator.decisions.finder import Branch, Leaf, advise, table, too_many_ends, tree
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue


def finder(questions: dict[str, str], rows: dict[str, dict[str, str]]) -> Finder:
    """A finder in short: question to answers, row to what it is for."""
    return Finder(
        questions=tuple(
            Question(
                id=name, text=name, answers=tuple(Answer(id=each, text=each) for each in answers.split())
            )
            for name, answers in questions.items()
        ),
        rows=tuple(
            FinderRow(
                id=name,
                when={question: tuple(answers.split()) for question, answers in when.items()},
                recommend=f"to-{name}",
                reason="Because.",
                facts="f1",
            )
            for name, when in rows.items()
        ),
    )


def told(node: Branch | Leaf):
    """A tree in short: a leaf by its rows, a branch by its question and where its answers lead."""
    if isinstance(node, Leaf):
        return " ".join(row.id for row in node.rows)
    return {node.question: {" ".join(answers): told(below) for answers, below in node.ways}}


def longest(node: Branch | Leaf) -> int:
    return 0 if isinstance(node, Leaf) else 1 + max(longest(below) for _, below in node.ways)


def arrive(node: Branch | Leaf, case: dict[str, str]) -> Leaf:
    while isinstance(node, Branch):
        node = next(below for answers, below in node.ways if case[node.question] in answers)
    return node


def test_one_row_needs_no_question():
    """Where all readers are sent to the same place, they are not asked anything."""
    assert told(tree(finder({"need": "fault question"}, {"all": {}}))) == "all"


def test_a_question_is_asked_only_where_it_still_matters():
    """Whoever has a question is not asked for the hour; whoever has a fault is."""
    asked = tree(
        finder(
            {"hour": "day night", "need": "fault question"},
            {
                "look": {"need": "question"},
                "now": {"need": "fault", "hour": "day"},
                "later": {"need": "fault", "hour": "night"},
            },
        )
    )

    assert told(asked) == {"need": {"fault": {"hour": {"day": "now", "night": "later"}}, "question": "look"}}


def test_a_question_that_no_row_looks_at_is_never_asked():
    """A question that changes nothing is not put to anybody, even where a row lists all its answers."""
    asked = tree(
        finder(
            {"idle": "yes no", "need": "fault question"},
            {"look": {"need": "question", "idle": "yes no"}, "cure": {"need": "fault"}},
        )
    )

    assert told(asked) == {"need": {"fault": "cure", "question": "look"}}


def test_answers_after_which_the_same_follows_are_told_together():
    """Two answers that lead to one place are one way."""
    asked = tree(
        finder(
            {"need": "fault question visit"}, {"desk": {"need": "fault visit"}, "look": {"need": "question"}}
        )
    )

    assert told(asked) == {"need": {"fault visit": "desk", "question": "look"}}


def test_among_questions_that_serve_as_well_the_first_of_the_writer_is_asked():
    """Where two orders cost the same, the writer's order is kept."""
    rows = {
        "both": {"one": "yes", "two": "yes"},
        "first": {"one": "yes", "two": "no"},
        "second": {"one": "no", "two": "yes"},
        "none": {"one": "no", "two": "no"},
    }

    assert [
        tree(finder(dict.fromkeys(order, "yes no"), rows)).question
        for order in (("one", "two"), ("two", "one"))
    ] == ["one", "two"]


def test_of_orders_with_the_same_worst_case_the_one_that_asks_least_in_all_is_taken():
    """A question that ends the way of most readers comes first, though the writer put it last."""
    # One answer to `kind` needs both `x` and `y`, so that three questions are the worst case in whichever order.
    asked = tree(
        finder(
            {"x": "0 1", "y": "0 1", "kind": "p q r"},
            {
                "p": {"kind": "p"},
                "q": {"kind": "q"},
                "r00": {"kind": "r", "x": "0", "y": "0"},
                "r01": {"kind": "r", "x": "0", "y": "1"},
                "r1": {"kind": "r", "x": "1"},
            },
        )
    )

    assert told(asked) == {
        "kind": {"p": "p", "q": "q", "r": {"x": {"0": {"y": {"0": "r00", "1": "r01"}}, "1": "r1"}}}
    }


def test_rows_that_overlap_share_a_leaf_and_bring_no_question_of_their_own():
    """A table that has not passed its proof still makes a tree, and no question is asked that could not help."""
    asked = tree(
        finder(
            {"idle": "yes no", "need": "fault question"},
            {
                "one": {"need": "fault", "idle": "yes no"},
                "two": {"need": "fault"},
                "look": {"need": "question"},
            },
        )
    )

    assert told(asked) == {"need": {"fault": "one two", "question": "look"}}


def test_an_answer_without_a_row_leads_to_an_empty_leaf():
    """A gap stays visible in the tree instead of sending a reader to the wrong place."""
    asked = tree(
        finder({"need": "fault question visit"}, {"cure": {"need": "fault"}, "look": {"need": "question"}})
    )

    assert told(asked) == {"need": {"fault": "cure", "question": "look", "visit": ""}}


def test_ten_questions_are_put_in_order_without_keeping_the_writer_waiting():
    """A chain of ten questions, each of which ends half of the ways, is the tree that anybody would draw."""
    names = [f"q{i}" for i in range(10)]
    rows = {f"r{i}": {**dict.fromkeys(names[:i], "no"), names[i]: "yes"} for i in range(10)}
    rows["none"] = dict.fromkeys(names, "no")

    asked = tree(finder(dict.fromkeys(names, "yes no"), rows))

    assert longest(asked) == 10
    assert told(asked)["q0"]["yes"] == "r0"


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_the_tree_of_a_catalogue_leads_where_its_table_says(path):
    """Whatever a reader of either guide answers, question by question, is what the table recommends."""
    questions = catalogue(path).finder
    top = tree(questions)

    for case in table(questions).cases():
        assert (evaluate(table(questions), case).then,) == arrive(top, case).rows


@pytest.mark.parametrize(("path", "most"), [(PORTUGUESE, 4), (HARBOUR, 3)], ids=["portuguese", "harbour"])
def test_a_reader_is_asked_no_more_than_it_takes(path, most):
    """The Portuguese guide asks at most four questions, the other at most three, and both begin with the need."""
    top = tree(catalogue(path).finder)

    assert most == longest(top)
    assert catalogue(path).finder.questions[0].id == top.question


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_every_active_modality_is_recommended_and_no_retired_one(path):
    """The finder can lead to each way of being served that still exists, and to none that does not."""
    offer = catalogue(path)

    assert {modality.id for modality in offer.modalities if modality.status is Status.ACTIVE} == {
        name for row in offer.finder.rows for name in row.recommend
    }


DOOR = finder(
    {"need": "fault question visit", "hour": "day night", "hands": "yes no"},
    {
        "look": {"need": "question"},
        "come": {"need": "visit"},
        "wait": {"need": "fault", "hour": "day", "hands": "yes"},
        "call": {"need": "fault", "hour": "day", "hands": "no"},
        "rush": {"need": "fault", "hour": "night"},
    },
)


def test_advice_asks_what_the_tree_asks_next():
    """With nothing known the first question stands; each answer that matters brings the next one."""
    assert advise(DOOR, {}).next == "need"
    assert advise(DOOR, {"need": "fault"}).next == "hour"
    assert advise(DOOR, {"need": "fault"}).most == 3
    end = advise(DOOR, {"need": "fault", "hour": "night"})
    assert (end.next, end.most, [row.id for row in end.rows]) == (None, 2, ["rush"])


def test_answers_that_no_longer_matter_go_and_the_others_stay():
    """Who changes the first answer keeps what still tells something apart, and nothing else."""
    given = {"need": "fault", "hour": "day", "hands": "no"}
    assert dict(advise(DOOR, given).answers) == given
    assert dict(advise(DOOR, {**given, "need": "question"}).answers) == {"need": "question"}
    assert dict(advise(DOOR, {**given, "hour": "night"}).answers) == {"need": "fault", "hour": "night"}


def test_an_answer_that_is_known_beforehand_counts_before_its_turn():
    """An answer to a later question narrows the choice though the question before it is not answered."""
    advice = advise(DOOR, {"hour": "night"})
    assert list(advice.answers) == ["hour"]
    assert [row.id for row in advice.rows] == ["look", "come", "rush"]
    assert advice.next == "need"


def test_not_knowing_leaves_what_is_possible_and_names_what_decides():
    """The open question that leaves the least open decides, not one whose answer leaves it all as it is."""
    advice = advise(DOOR, {"need": "fault", "hour": None, "hands": None})
    assert [row.id for row in advice.rows] == ["wait", "call", "rush"]
    assert advice.deciding == "hour"
    assert advise(DOOR, {"need": "fault", "hour": None, "hands": "yes"}).deciding == "hour"
    assert advise(DOOR, {"need": "fault", "hour": "day", "hands": None}).deciding == "hands"
    assert advise(DOOR, dict.fromkeys(("need", "hour", "hands"))).deciding == "need"


def test_while_there_is_something_to_ask_nothing_decides():
    """A question that is still to be put is asked before anything is called open."""
    advice = advise(DOOR, {"need": "fault", "hour": None})
    assert (advice.next, advice.deciding, advice.nearby) == ("hands", None, ())


def test_near_results_differ_in_one_answer():
    """Each answer given is changed alone; what would still recommend the same is not told."""
    near = advise(DOOR, {"need": "fault", "hour": "day", "hands": "no"}).nearby
    assert [(each.question, each.answers, [row.id for row in each.rows]) for each in near] == [
        ("need", ("question",), ["look"]),
        ("need", ("visit",), ["come"]),
        ("hour", ("night",), ["rush"]),
        ("hands", ("yes",), ["wait"]),
    ]


def test_results_that_recommend_the_same_are_decided_though_a_question_is_open():
    """Where every possible row recommends the same, nobody has to find out more."""
    row = {"recommend": "desk", "reason": "Because.", "facts": "f1"}
    both = Finder(
        questions=DOOR.questions[1:2],
        rows=(
            FinderRow(id="one", when={"hour": ("day",)}, **row),
            FinderRow(id="two", when={"hour": ("night",)}, **row),
        ),
    )
    advice = advise(both, {"hour": None})
    assert (advice.next, advice.deciding, advice.recommended) == (None, None, (("desk",),))


def mirrored(questions: int) -> Finder:
    """A finder in which each answer to each question leads to a row of its own: as many ends as answers together."""
    names = [f"q{number}" for number in range(questions)]
    rows = {
        "-".join(answers): dict(zip(names, answers, strict=True))
        for answers in product(("yes", "no"), repeat=questions)
    }
    return finder(dict.fromkeys(names, "yes no"), rows)


def test_many_questions_are_put_in_order_by_what_each_leaves():
    """Of so many questions that no machine tries all orders, each is the one that leaves the least; all arrive."""
    names = [f"q{number}" for number in range(60)]
    rows = {f"r{i}": {**dict.fromkeys(names[:i], "no"), names[i]: "yes"} for i in range(60)}
    rows["none"] = dict.fromkeys(names, "no")
    asked = finder(dict.fromkeys(reversed(names), "yes no"), rows)

    assert longest(tree(asked)) == 60
    assert told(tree(asked))["q0"]["yes"] == "r0"
    assert (advise(asked, {}).next, advise(asked, {}).most) == ("q0", 60)


def test_a_tree_with_more_ends_than_pages_show_is_told():
    """Two thousand ends are shown; of a tree with more, no more is looked at than it takes to see that."""
    assert not too_many_ends(mirrored(10))
    assert too_many_ends(mirrored(11))
