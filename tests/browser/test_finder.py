"""The finder as it is used: by keyboard, by shared addresses, by Back, by ear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.answers.teller import Teller
from generator.catalogue.modalities import Access
from generator.catalogue.references import REQUESTER
from generator.decisions import finder
from generator.decisions.finder import Answers
from generator.i18n import words
from generator.pricing.quote import quote
from generator.wording.inline_markdown import plain
from tests.browser.conftest import ONE, Served, until
from tests.browser.finder import Tool, paths, using
from tests.site.site import squeeze

pytestmark = pytest.mark.browser


@pytest.fixture
def tool(window: BrowserContext, served: Served) -> Iterator[Tool]:
    with using(window, served) as made:
        yield made


WALKED = 12
"""So many paths at most are walked through, from all over the tree: test_parity.py holds what is said on each."""


def test_paths_are_walked_by_keyboard_alone(tool: Tool) -> None:
    """By Tab and Enter, whoever answers sees at each step what Python asks, and at the end what it recommends."""
    ways = list(paths(finder.tree(tool.finder)))
    tool.open()
    tool.enter()
    for path in ways[:: -(-len(ways) // WALKED)]:
        answers: dict[str, str | None] = {}
        for answer in path:
            advice = finder.advise(tool.finder, answers)
            tool.holds(advice)
            assert advice.next is not None
            answers[advice.next] = answer
            tool.press_answer(answer)
            assert tool.page.evaluate("document.activeElement.id") == "finder-title"
        tool.holds(finder.advise(tool.finder, answers))
        tool.again()


@ONE
def test_not_knowing_is_an_answer_to_every_question(tool: Tool) -> None:
    """Said once at each place of each way, and everywhere: what is possible, what decides, and what to do now."""
    ways = list(paths(finder.tree(tool.finder)))
    wanted: set[tuple[int, ...]] = {tuple(range(len(tool.finder.questions)))}
    wanted |= {(place,) for place in range(max(map(len, ways)))}
    tool.open()
    for open_places in sorted(wanted):
        for first in tool.question(str(finder.advise(tool.finder, {}).next)).answers:
            tool.go("?")
            answers: dict[str, str | None] = {}
            while (advice := finder.advise(tool.finder, answers)).next:
                tool.holds(advice)
                place = len(advice.answers)
                known = first if place == 0 else tool.question(advice.next).answers[-1]
                answer = None if place in open_places else known.id
                answers = {**advice.answers, advice.next: answer}
                tool.press_answer(answer)
            tool.holds(advice)
            if 0 in open_places:
                break  # the first answer is open: the others are the same way again


def test_the_address_holds_the_answers(tool: Tool) -> None:
    """Ids in the catalogue's order; opened somewhere else, the same stands there; Back and Forward go through it."""
    path = max(paths(finder.tree(tool.finder)), key=len)
    tool.open()
    before = tool.page.evaluate("history.length")
    answers: dict[str, str | None] = {}
    seen = [(tool.query, tool.title)]
    tool.enter()
    for answer in path:
        answers[str(finder.advise(tool.finder, answers).next)] = answer
        tool.press_answer(answer)
        order = [question.id for question in tool.finder.questions if question.id in answers]
        assert tool.query == "?" + "&".join(f"{id_}={answers[id_]}" for id_ in order)
        seen.append((tool.query, tool.title))
    assert tool.page.evaluate("history.length") == before + len(path)
    for query, title in reversed(seen[:-1]):
        tool.page.go_back()
        assert (tool.query, tool.title) == (query, title)
        assert tool.page.evaluate("document.activeElement.id") == "finder-title"
    for query, title in seen[1:]:
        tool.page.go_forward()
        assert (tool.query, tool.title) == (query, title)
    tool.open(seen[-1][0])
    tool.holds(finder.advise(tool.finder, answers))
    tool.page.reload()
    tool.page.wait_for_selector(".finder[data-ready]")
    assert (tool.query, tool.title) == seen[-1]


@ONE
def test_coming_back_from_another_page_works_each_time(tool: Tool) -> None:
    """After a look at the modality, Back shows the result again, and one press still has one effect."""
    path = next(iter(paths(finder.tree(tool.finder))))
    tool.open()
    tool.enter()
    tool.press(*path)
    title = tool.title
    for _ in range(5):
        tool.page.locator(".finder__pick a").click()
        tool.page.wait_for_load_state()
        tool.page.go_back()
        tool.page.wait_for_selector(".finder[data-ready]")
        assert tool.title == title
    length = tool.page.evaluate("history.length")
    tool.page.locator("[data-back]").click()
    until(tool.page, "document.querySelector('.finder__answers') !== null")
    assert tool.asked() is not None
    assert tool.page.evaluate("history.length") == length


@ONE
def test_unknown_ids_are_dropped_with_a_word(tool: Tool) -> None:
    """What an address names that does not exist is left out, said once to the eye and once to the ear."""
    first = tool.question(str(finder.advise(tool.finder, {}).next))
    tool.open(f"?{first.id}={first.answers[0].id}&nothing=here&{first.id}=%3Cb%3E&h=word")
    answers: Answers = {first.id: first.answers[0].id}
    tool.holds(finder.advise(tool.finder, answers))
    assert tool.query == f"?{first.id}={first.answers[0].id}"
    assert tool.page.evaluate("history.length") == 2  # the empty page before, and this one
    word = tool.site.word(
        "The address named something that this guide does not know; it was left out: {names}.",
        names=f"nothing=here, {first.id}=<b>",
    )
    expect(tool.page.locator(".finder__note")).to_have_text(word)
    until(tool.page, "window.heard.length > 0")
    assert [squeeze(each) for each in tool.page.evaluate("window.heard")] == [word]


def test_an_address_survives_renamed_ids(tool: Tool) -> None:
    """A question and an answer that were renamed are found by their ids of old, and the address is renewed."""
    renamed = [
        (question, answer)
        for question in tool.finder.questions
        for answer in question.answers
        if question.earlier_ids and answer.earlier_ids
    ]
    if tool.site.name == "portuguese":
        assert renamed == []  # nothing was renamed yet
        return
    for question, answer in renamed:
        for name in question.earlier_ids:
            for value in answer.earlier_ids:
                tool.open(f"?{name}={value}")
                assert tool.query == f"?{question.id}={answer.id}"
                tool.holds(finder.advise(tool.finder, {question.id: answer.id}))
                assert tool.page.evaluate("window.heard") == []


@ONE
def test_an_answer_can_be_changed_and_later_ones_stay_where_they_matter(tool: Tool) -> None:
    """For every way and each of its answers: changed to any other, what is left is what Python leaves."""
    tool.open()
    for path in paths(finder.tree(tool.finder)):
        answers: dict[str, str | None] = {}
        for answer in path:
            answers[str(finder.advise(tool.finder, answers).next)] = answer
        query = "?" + "&".join(f"{q.id}={answers[q.id]}" for q in tool.finder.questions if q.id in answers)
        for place, name in enumerate(answers):
            other = next(each.id for each in tool.question(name).answers if each.id != answers[name])
            tool.go(query)
            tool.unfold()
            tool.page.locator(".finder__given button").nth(place).press("Enter")
            assert tool.title == squeeze(tool.question(name).text)
            current = tool.page.locator(".finder__answers [aria-current=true]")
            assert current.get_attribute("data-answer") == answers[name]
            tool.press_answer(other)
            tool.holds(finder.advise(tool.finder, {**answers, name: other}))


@ONE
def test_one_announcement_a_step(tool: Tool) -> None:
    """The live region stands empty from the start; a step is told by focus alone, a choice of who asks by it alone."""
    tool.open()
    assert tool.page.evaluate("window.regions") == [""]
    tool.enter()
    tool.page.evaluate("window.heard = []")
    path = max(paths(finder.tree(tool.finder)), key=len)
    for step, answer in enumerate(path, start=1):
        tool.press_answer(answer)
        tool.page.wait_for_timeout(60)
        heard = tool.page.evaluate("window.heard")
        assert len(heard) == step
        assert heard[-1].startswith("focus: ")
    tool.page.evaluate("window.heard = []")
    who = tool.site.catalogue.requesters[0].id
    tool.page.locator("#finder-who").select_option(who)
    until(tool.page, "window.heard.length > 0")
    tool.page.wait_for_timeout(60)
    assert len(tool.page.evaluate("window.heard")) == 1


def test_what_it_costs_is_what_a_quote_says(tool: Tool) -> None:
    """For everybody who may come to a recommendation: a heading by whether they may ask, each price with its facts."""
    catalogue = tool.site.catalogue
    teller = Teller(catalogue, words(catalogue.guide.language))
    mark = f" ({tool.site.word('inference')})"
    tool.open()
    for path in paths(finder.tree(tool.finder)):
        answers: dict[str, str | None] = {}
        implied: dict[str, str] = {}
        told: tuple[str, ...] = ()
        for answer in path:
            name = str(finder.advise(tool.finder, answers).next)
            answers[name] = answer
            given = next(each for each in tool.question(name).answers if each.id == answer)
            implied |= given.implies
            told += catalogue.members(given.implies[REQUESTER]) if REQUESTER in given.implies else ()
        query = "&".join(f"{q.id}={answers[q.id]}" for q in tool.finder.questions if q.id in answers)
        advice = finder.advise(tool.finder, answers)
        tool.go(f"?{query}")
        length = tool.page.evaluate("history.length")
        asked = [each for each in catalogue.requesters if not told or each.id in told]
        options = tool.page.locator("#finder-who option[value]:not([value=''])")
        assert options.all_inner_texts() == [each.name for each in asked]
        for who in asked:
            tool.page.locator("#finder-who").select_option(who.id)
            tool.unfold()
            shown = squeeze(tool.page.locator(".finder__tool").inner_text())
            first = catalogue.modality[advice.rows[0].recommend[0]]
            may = catalogue.access(first, who.id).state is Access.ALLOWED
            head = "What to ask for: {modality}" if may else "What would fit: {modality}"
            assert tool.title == squeeze(tool.site.word(head, modality=first.name))
            facts = []
            for id_ in advice.rows[0].recommend:
                modality = catalogue.modality[id_]
                depends = catalogue.pricing_rule[modality.pricing].depends_on
                known = {key: value for key, value in implied.items() if key in (*depends, "outcome")}
                made = quote(catalogue, modality, {**known, REQUESTER: who.id})
                assert modality.name in shown
                for result in () if made.deciding else made.results:
                    if result.row:
                        assert squeeze(plain(result.row.reason)) in shown
                assert squeeze(teller.headline(made)).removesuffix(mark) in shown
                facts.append(" ".join(teller.basis(made, *made.results)))
            cited = tool.page.locator(":is(.finder__sentence, .finder__verdict) a")
            assert cited.evaluate_all("all => all.map(each => each.dataset.cites)") == facts
            assert tool.query.endswith(f"requester={who.id}")
        assert tool.page.evaluate("history.length") == length
