"""The finder as questions one by one, as a tree to read, as a picture and as a table.

A tree that is too large for a page is cut: a branch that is more than its share of the page gets one of its own. Then
there is neither picture nor table: no screen holds them, and the tree says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.analysis.arrivals import arrivals, is_open, unsure
from generator.analysis.decided_cases import decided_cases
from generator.catalogue.finder import Finder, FinderRow
from generator.catalogue.modalities import Access, Modality
from generator.catalogue.pricing_rules import PriceState
from generator.decisions import finder as decisions
from generator.pages.page import Page, bound, page
from generator.source.reader import SourceFile
from generator.views.context import CitedText, Context, Link, WholeGuide
from generator.views.finder_places import Place, Tree, anchor, followed, has_own_page, is_large, places
from generator.views.pricing import PriceInBrief, price_in_brief
from generator.views.states import price_word
from generator.views.tree_picture import Picture, Shape, picture
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class PricedModality:
    """A modality with its price in a word; ``whom`` names and ``who`` lists who may ask, where not all who come may."""

    id: str
    modality: Link
    price: PriceInBrief
    whom: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended, the best first, and why; ``open`` where who comes here may ask for the best."""

    offers: tuple[PricedModality, ...]
    open: bool
    reason: CitedText
    unsure: tuple[CitedText, ...]
    """Of which recommendations nobody knows whether they are open to who comes here."""


@dataclass(frozen=True, slots=True)
class AnswerWay:
    """Answers, and what follows from them: another question or a recommendation."""

    answers: str
    anchor: str | None
    """None where no symptom leads there."""
    then: Node | Recommendation | Link
    """A link leads to what follows where it has a page of its own."""


@dataclass(frozen=True, slots=True)
class Node:
    """A question with the ways on from it."""

    question: str
    help: Markup | None
    if_unknown: CitedText | None
    ways: tuple[AnswerWay, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table: an answer in words for each question, and what is recommended."""

    id: str
    answers: tuple[str, ...]
    recommendation: Recommendation


@dataclass(frozen=True, slots=True)
class First:
    """The question with which the questions one by one begin, as it fills its room."""

    question: str
    help: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinderPage:
    """The page."""

    first: First | None
    tree: Node | Recommendation
    picture: Picture | None
    most_questions: int
    questions: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class BranchView:
    """A page on which the tree goes on: the questions ``answered`` before, with the answers, and what follows."""

    answered: tuple[tuple[str, str], ...]
    tree: Node | Recommendation
    up: Link


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give the page, and one for each branch that is too large for it."""
    yield page(whole, "finder", view)
    for place in places(whole.tree):
        if place.given:
            title = whole.words.gettext("Which modality? {answers}")
            yield page(
                whole,
                "finder",
                bound(branch, place),
                address=place.address(whole.addresses),
                title=title.format(answers=answered(whole, place)),
                template="branch",
                section="-".join(id_ for id_, _answers in place.given),
                room="text",
            )


def branch(context: Context, place: Place) -> BranchView:
    """Show a part of the tree that has a page of its own."""
    finder = context.catalogue.finder
    question = {each.id: each.text for each in finder.questions}
    return BranchView(
        tuple((question[id_], _answers(finder, id_, answers)) for id_, answers in place.given),
        _node(context, finder, place),
        Link(context.gettext("Start again"), context.href(context.addresses.finder)),
    )


def answered(whole: WholeGuide, place: Place) -> str:
    """Return the answers that lead to a part of the tree, in one line."""
    finder = whole.catalogue.finder
    return " · ".join(_answers(finder, id_, answers) for id_, answers in place.given)


def view(context: Context) -> FinderPage:
    finder, tree = context.catalogue.finder, context.whole.tree
    small = not is_large(tree)
    for id_ in {id_ for row in finder.rows for id_ in row.recommend}:
        cases = decided_cases(context.catalogue, context.catalogue.modality[id_])
        context.for_scripts.update(fact for case in cases for fact in case.facts)
    return FinderPage(
        first=_first(finder, tree),
        tree=_node(context, finder, Place((), tree)),
        picture=picture(_shape(context, finder, tree)) if small else None,
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
            for row in (finder.rows if small else ())
        ),
    )


def _depth(tree: decisions.Branch | decisions.Leaf) -> int:
    if isinstance(tree, decisions.Leaf):
        return 0
    return 1 + max(_depth(below) for _, below in tree.ways)


def _node(context: Context, finder: Finder, place: Place) -> Node | Recommendation:
    tree = place.tree
    if isinstance(tree, decisions.Leaf):
        return _recommendation(context, tree.rows)
    question = next(each for each in finder.questions if each.id == tree.question)
    apart = is_large(tree)
    led_to = {followed(context.whole.tree, each.answers).given for each in finder.symptoms}

    def then(answers: tuple[str, ...], below: Tree) -> Node | Recommendation | Link:
        there = Place((*place.given, (tree.question, answers)), below)
        if apart and has_own_page(tree, below):
            told = context.gettext("Go on with “{answer}”", answer=_answers(finder, question.id, answers))
            return Link(told, context.href(there.address(context.addresses)))
        return _node(context, finder, there)

    def anchored(answers: tuple[str, ...], below: Tree) -> str | None:
        there = Place((*place.given, (tree.question, answers)), below)
        return anchor(context.whole.words, there) if there.given in led_to else None

    return Node(
        question.text,
        context.prose(question.help) if question.help else None,
        context.told(question.if_unknown.text, question.if_unknown.facts) if question.if_unknown else None,
        tuple(
            AnswerWay(_answers(finder, question.id, answers), anchored(answers, below), then(answers, below))
            for answers, below in tree.ways
        ),
    )


def _first(finder: Finder, tree: decisions.Branch | decisions.Leaf) -> First | None:
    if isinstance(tree, decisions.Leaf):
        return None
    question = next(each for each in finder.questions if each.id == tree.question)
    return First(question.text, plain(question.help or ""), tuple(each.text for each in question.answers))


def _shape(context: Context, finder: Finder, tree: decisions.Branch | decisions.Leaf) -> Shape:
    if isinstance(tree, decisions.Leaf):
        names = [context.catalogue.modality[id_].name for id_ in tree.rows[0].recommend]
        return Shape("result", ", ".join(names))
    question = next(each for each in finder.questions if each.id == tree.question)
    return Shape(
        "question",
        question.text,
        tuple(
            (_answers(finder, question.id, given), _shape(context, finder, below))
            for given, below in tree.ways
        ),
    )


def _recommendation(context: Context, rows: tuple[FinderRow, ...]) -> Recommendation:
    row = rows[0]
    return Recommendation(
        tuple(_offer(context, context.catalogue.modality[id_], row) for id_ in row.recommend),
        is_open(context.catalogue, row.recommend[0], arrivals(context.catalogue)[row.id]),
        context.told(row.reason, row.facts),
        tuple(
            CitedText(escape(each.text), context.citation(each.facts))
            for each in unsure(context.catalogue, context.whole.words, row)
        ),
    )


def _offer(context: Context, modality: Modality, row: FinderRow) -> PricedModality:
    """Show a modality; its price is told of those alone of whom a source says that they may ask for it."""
    here = arrivals(context.catalogue)[row.id]
    stands = {
        who: stand
        for who, stand in context.catalogue.stands[modality.id].items()
        if here is None or who in here
    }
    price = price_in_brief(context, modality)
    if here and all(stand.state is Access.UNKNOWN for stand in stands.values()):
        facts = dict.fromkeys(fact for stand in stands.values() for fact in stand.facts)
        word = price_word(context.whole.words, PriceState.UNKNOWN)
        price = PriceInBrief(context.named(word, tuple(facts)), ())
    may = tuple(who for who, stand in stands.items() if stand.state is Access.ALLOWED)
    who = may if len(may) < len(stands) else ()
    whom = context.format.requesters_named(who) if who else ""
    return PricedModality(modality.id, context.modality_link(modality.id), price, whom, who)


def _answers(finder: Finder, question: str, answers: tuple[str, ...]) -> str:
    entries = next(each.answers for each in finder.questions if each.id == question)
    return "; ".join(entry.text for entry in entries if entry.id in answers)
