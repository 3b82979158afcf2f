"""The finder: whatever a reader answers, the tree and the table lead to what the catalogue recommends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest
from selectolax.lexbor import LexborNode

from generator.analysis.arrivals import arrivals, unsure
from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import Access
from generator.i18n import words
from generator.wording.inline_markdown import plain
from tests.site.site import Page, Site, Table, Target, Told, squeeze, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.finder)


@dataclass(frozen=True)
class Asked:
    """A question of the tree, with what follows each set of answers."""

    question: str
    help: str
    unknown: Told | None
    ways: tuple[tuple[tuple[str, ...], Asked | Result], ...]


@dataclass(frozen=True)
class Result:
    """Where the tree ends: what it recommends, and why."""

    label: str
    modalities: tuple[tuple[str, Target | None], ...]
    reason: Told
    unsure: tuple[Told, ...]


def children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter())


def read_tree(page: Page, node: LexborNode) -> Asked | Result:
    """Read the nested lists of the tree: a question stands before its answers, an answer before what follows."""
    below = children(node)
    ways = [each for each in below if each.tag == "ul"]
    texts = [each for each in below if each.tag == "p"]
    if not ways:
        recommended, reason, *unsure = texts
        label = text_of(recommended.css(".tree__label")[0])
        return Result(label, tuple(page.links(recommended)), page.told(reason), tuple(map(page.told, unsure)))
    found = []
    for item in ways[0].iter():
        answers, then = children(item)
        found.append((tuple(text_of(answers).split("; ")), read_tree(page, then)))
    told = [page.told(each) for each in texts[1:] if each.css("a")]
    helps = [text_of(each) for each in texts[1:] if not each.css("a")]
    return Asked(text_of(texts[0]), " ".join(helps), told[0] if told else None, tuple(found))


@pytest.fixture
def tree(site: Site, page: Page) -> Asked | Result:
    lists = page.section(site.anchor("tree")).css("ul")
    assert lists[0].parent is not None
    return read_tree(page, lists[0].parent)


def walk(tree: Asked | Result, answers: dict[str, str]) -> Iterator[Asked | Result]:
    """Go down the tree with an answer to each question, as a reader does."""
    while isinstance(tree, Asked):
        yield tree
        ways = [then for given, then in tree.ways if answers[tree.question] in given]
        assert len(ways) == 1
        tree = ways[0]
    yield tree


def matching(site: Site, case: dict[str, str]) -> FinderRow:
    """Find the row for a case by going through all rows."""
    (row,) = (
        row
        for row in site.catalogue.finder.rows
        if all(case[question] in answers for question, answers in row.when.items())
    )
    return row


def all_answers(site: Site) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Give every combination of answers, by id and in words."""
    questions = site.catalogue.finder.questions
    for answers in product(*(question.answers for question in questions)):
        pairs = list(zip(questions, answers, strict=True))
        yield {q.id: a.id for q, a in pairs}, {q.text: a.text for q, a in pairs}


def recommended(site: Site, row: FinderRow) -> list[tuple[str, Target]]:
    names = site.catalogue.modality
    return [(names[id_].name, Target(site.addresses.modality(id_), "")) for id_ in row.recommend]


def label(site: Site, row: FinderRow) -> str:
    """Return the message before what is recommended: nobody is told to ask for what no source says they may ask for."""
    here = arrivals(site.catalogue)[row.id]
    first = site.catalogue.modality[row.recommend[0]]
    may = {site.catalogue.access(first, who).state for who in here or ()}
    return "What to ask for:" if not may or Access.ALLOWED in may else "What would fit:"


def unsure_of(site: Site, row: FinderRow) -> tuple[Told, ...]:
    found = unsure(site.catalogue, words(site.catalogue.guide.language), row)
    return tuple(site.told(each.text, each.facts) for each in found)


def nodes(tree: Asked | Result) -> Iterator[Asked | Result]:
    yield tree
    if isinstance(tree, Asked):
        for _, then in tree.ways:
            yield from nodes(then)


def test_every_combination_of_answers_leads_to_its_recommendation(site: Site, tree: Asked | Result) -> None:
    """Whatever a reader answers, the tree ends at what the catalogue recommends for it, the best first, and why."""
    for case, answers in all_answers(site):
        row = matching(site, case)
        *_, result = walk(tree, answers)
        assert isinstance(result, Result)
        assert list(result.modalities) == recommended(site, row)
        assert result.reason == site.told(row.reason, row.facts)
        assert result.unsure == unsure_of(site, row)
        assert result.label == site.word(label(site, row))


def test_no_part_of_the_tree_is_in_vain(site: Site, tree: Asked | Result) -> None:
    """Each question and each end of the tree is reached by somebody, and no question is asked twice on a way."""
    reached: set[int] = set()
    for _, answers in all_answers(site):
        way = list(walk(tree, answers))
        asked = [node.question for node in way if isinstance(node, Asked)]
        assert len(asked) == len(set(asked))
        reached.update(map(id, way))
    assert {id(node) for node in nodes(tree)} == reached


def test_questions_and_answers_are_the_catalogues(site: Site, tree: Asked | Result) -> None:
    """The tree asks in the catalogue's words, offers every answer once, and helps where the catalogue helps."""
    questions = {each.text: each for each in site.catalogue.finder.questions}
    for node in nodes(tree):
        if isinstance(node, Asked):
            question = questions[node.question]
            offered = [answer for given, _ in node.ways for answer in given]
            assert sorted(offered) == sorted(answer.text for answer in question.answers)
            assert node.help == squeeze(plain(question.help or ""))
            if question.if_unknown is None:
                assert node.unknown is None
            else:
                wanted = site.told(question.if_unknown.text, question.if_unknown.facts)
                label = site.word("If you do not know yet:")
                assert node.unknown == replace(wanted, text=f"{label} {wanted.text}")


def test_how_many_questions_are_promised(site: Site, page: Page, tree: Asked | Result) -> None:
    """The page says how many questions it takes at most, and it does not take more."""
    most = max(len(list(walk(tree, answers))) - 1 for _, answers in all_answers(site))
    assert str(most) in text_of(page.css("p")[0]).split()


def test_the_table_has_each_row_of_the_catalogue(site: Site, page: Page) -> None:
    """The table says the same in one view: row by row the answers, what is recommended, and why."""
    table = page.section(site.anchor("table")).table()
    questions = site.catalogue.finder.questions
    last = (site.word("Modality"), site.word("Why"))
    assert table.columns == (*(question.text for question in questions), *last)
    found = {row.node.attributes["data-row"]: row for row in table.rows}
    assert list(found) == [row.id for row in site.catalogue.finder.rows]
    for row in site.catalogue.finder.rows:
        cells = found[row.id]
        for question in questions:
            wanted = [
                answer.text for answer in question.answers if answer.id in row.when.get(question.id, ())
            ]
            assert cells.text(question.text) == ("; ".join(wanted) or site.word("Any"))
        assert page.links(cells.cells[last[0]]) == recommended(site, row)
        why = cells.cells[last[1]]
        assert tuple(map(page.told, why.css("p"))) == unsure_of(site, row)
        for each in why.css("p"):
            each.decompose()
        assert page.told(why) == site.told(row.reason, row.facts)


def test_the_picture_shows_the_tree(site: Site, page: Page, tree: Asked | Result) -> None:
    """The picture has a box for each question and result of the tree, and each line to one bears its answer."""
    (picture,) = page.css("svg.tree-picture")
    boxes = sorted(text_of(each) for each in picture.css(".tree-picture__question, .tree-picture__result"))
    edges = sorted(text_of(each) for each in picture.css(".tree-picture__answer"))
    every = list(nodes(tree))
    assert boxes == sorted(
        node.question if isinstance(node, Asked) else ", ".join(name for name, _ in node.modalities)
        for node in every
    )
    assert edges == sorted(
        "; ".join(given) for node in every if isinstance(node, Asked) for given, _ in node.ways
    )
    assert len(picture.css("path")) == len(edges)


def test_the_picture_has_words_for_who_does_not_see_it(site: Site, page: Page) -> None:
    """The picture is named and told by the tree as text, to which a link leads."""
    (picture,) = page.css("svg.tree-picture")
    assert picture.attributes["role"] == "img"
    named = (picture.attributes["aria-labelledby"] or "").split()
    assert [text_of(page.css(f"#{each}")[0]) for each in named] == [
        site.word("The whole way at a glance"),
        site.word("The same stands above as text, question by question."),
    ]
    (link,) = page.css(".tree-picture__same a")
    assert link.attributes["href"] == f"#{site.anchor('tree')}"


def test_tree_and_table_are_all_that_is_read(page: Page) -> None:
    """There is one table on the page, so that no second one can say something else."""
    assert len([Table(node) for node in page.css("table")]) == 1
