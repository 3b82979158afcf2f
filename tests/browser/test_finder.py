"""The finder as it is used: by keyboard, by shared addresses, by Back, by ear, on paper, without its script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.answers.teller import Teller
from generator.catalogue.finder import FinderRow, Question
from generator.catalogue.references import REQUESTER
from generator.decisions import finder
from generator.decisions.finder import Answers, Branch, Leaf
from generator.i18n import words
from generator.pricing.quote import quote
from generator.wording.contacts import in_doubt
from generator.wording.inline_markdown import plain
from tests.browser.conftest import ONE, Served, until
from tests.browser.simulator import UNFOLD
from tests.site.site import squeeze

pytestmark = pytest.mark.browser

RECORD = """
window.heard = [];
addEventListener("DOMContentLoaded", () => {
  for (const region of document.querySelectorAll("main :is([role=status], [aria-live])")) {
    window.regions = (window.regions ?? []).concat(region.textContent);
    new MutationObserver(() => region.textContent && window.heard.push(region.textContent))
      .observe(region, { childList: true, characterData: true, subtree: true });
  }
  document.querySelector(".finder")?.addEventListener("focusin", ({ target }) => {
    if (target.matches("h2")) window.heard.push(`focus: ${target.textContent}`);
  });
});
"""


class Tool:
    """The finder of one page, and what a reader does with it."""

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.site = served.site
        self.address = f"{served.address}{served.site.addresses.finder}"
        self.finder = served.site.catalogue.finder

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.address}{query}")
        self.page.wait_for_selector(".finder[data-ready]")

    def go(self, query: str) -> None:
        """Come to an address as Back and Forward do: without loading the page again."""
        self.page.evaluate(
            "q => { history.pushState(null, '', q); dispatchEvent(new PopStateEvent('popstate')); }", query
        )

    def question(self, id_: str) -> Question:
        return next(each for each in self.finder.questions if each.id == id_)

    @property
    def title(self) -> str:
        return squeeze(self.page.locator(".finder__title").inner_text())

    @property
    def query(self) -> str:
        return str(self.page.evaluate("location.search"))

    def asked(self) -> str | None:
        shown = self.page.locator(".finder__answers")
        return shown.get_attribute("data-question") if shown.count() else None

    def press_answer(self, value: str | None) -> None:
        """From the heading on, by Tab to an answer and by Enter."""
        for _ in range(20):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.dataset.answer") == (value or "-"):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"{value} is not reached by Tab")

    def enter(self) -> None:
        """Come to the first question by Tab, from the top of the page."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.dataset.answer !== undefined"):
                self.page.keyboard.press("Shift+Tab")
                return
        raise AssertionError("no answer is reached by Tab")

    def press(self, *answers: str | None) -> None:
        for answer in answers:
            self.press_answer(answer)

    def again(self) -> None:
        """By Tab past all links of a result, to the button that starts again."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.dataset.again !== undefined"):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError("the start is not reached by Tab")

    def names(self, row: FinderRow) -> list[str]:
        return [self.site.catalogue.modality[id_].name for id_ in row.recommend]

    def heading_of(self, advice: finder.Advice) -> str:
        if advice.next:
            return self.question(advice.next).text
        if advice.deciding:
            return self.site.word("It depends: {count} results are possible", count=len(advice.recommended))
        return self.site.word("What to ask for: {modality}", modality=self.names(advice.rows[0])[0])

    def holds(self, advice: finder.Advice) -> None:
        """What is shown is what Python advises."""
        assert self.title == squeeze(self.heading_of(advice))
        assert self.asked() == advice.next
        self.unfold()
        text = squeeze(self.page.locator(".finder").inner_text())
        if advice.next:
            progress = self.site.word(
                "Question {number} (up to {most})", number=len(advice.answers) + 1, most=advice.most
            )
            assert progress in text
            return
        for row in advice.rows:
            assert squeeze(plain(row.reason)) in text
            assert all(name in text for name in self.names(row))
        if advice.deciding:
            decides = self.question(advice.deciding)
            told = self.site.word("What decides: “{question}”", question=decides.text)
            assert told in text
            if decides.if_unknown:
                now = f"{self.site.word('What to do now')}: {squeeze(plain(decides.if_unknown.text))}"
                assert now in text[: text.index(told)], "what can be done comes first"
            ways = self.page.locator(".finder__list").first.locator("dd")
            assert ways.evaluate_all(
                """all => all.map(dd => [...(dd.querySelector("ul")?.children ?? [dd])]
                  .map(way => [...way.querySelectorAll(".signed__name")].map(name => name.textContent)))"""
            ) == [
                [self.names(row) for row in {each.recommend: each for each in then.rows}.values()]
                for then in (
                    finder.advise(self.finder, {**advice.answers, decides.id: answer.id})
                    for answer in decides.answers
                )
            ]
        else:
            self.holds_whom_to_ask(advice.rows[0])
        for near in advice.nearby:
            answers = "; ".join(
                answer.text for answer in self.question(near.question).answers if answer.id in near.answers
            )
            start = self.site.word(
                "With the answer “{answer}” to “{question}”:",
                answer=answers,
                question=self.question(near.question).text,
            )
            assert start in text

    def unfold(self) -> None:
        self.page.evaluate(UNFOLD)

    def holds_whom_to_ask(self, row: FinderRow) -> None:
        """Whoever is in doubt is told whom to ask, with the facts."""
        catalogue = self.site.catalogue
        contact = catalogue.contact[catalogue.modality[row.recommend[0]].contact]
        told = squeeze(in_doubt(catalogue, self.site.words, contact.id))
        (item,) = (
            each for each in self.page.locator(".finder li").all() if told in squeeze(each.inner_text())
        )
        cited = item.locator("a").evaluate_all("marks => marks.map(each => each.dataset.cites)")
        assert cited == [" ".join(contact.facts)]


@contextmanager
def using(where: Browser | BrowserContext, served: Served) -> Iterator[Tool]:
    """The finder in a page that logs nothing."""
    page = where.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.add_init_script(RECORD)
    yield Tool(page, served)
    assert faults == []
    page.close()


@pytest.fixture
def tool(window: BrowserContext, served: Served) -> Iterator[Tool]:
    with using(window, served) as made:
        yield made


@pytest.fixture
def first_visit(chromium: Browser, served: Served) -> Iterator[Tool]:
    """The same for who has nothing of the guide in the cache."""
    with using(chromium, served) as made:
        yield made


def paths(tree: Branch | Leaf) -> Iterator[tuple[str, ...]]:
    """Give every way through the tree, answer by answer."""
    if isinstance(tree, Leaf):
        yield ()
        return
    for answers, below in tree.ways:
        for answer in answers:
            for rest in paths(below):
                yield (answer, *rest)


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
    for open_places in sorted(wanted):
        for first in tool.question(str(finder.advise(tool.finder, {}).next)).answers:
            tool.open()
            tool.enter()
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
    """For every recommendation and everybody who may come to it: the row's reasons, or how many are possible."""
    catalogue = tool.site.catalogue
    teller = Teller(catalogue, words(catalogue.guide.language))
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
            for id_ in advice.rows[0].recommend:
                modality = catalogue.modality[id_]
                depends = catalogue.pricing_rule[modality.pricing].depends_on
                known = {key: value for key, value in implied.items() if key in (*depends, "outcome")}
                made = quote(catalogue, modality, {**known, REQUESTER: who.id})
                assert modality.name in shown
                for result in () if made.deciding else made.results:
                    if result.row:
                        assert squeeze(plain(result.row.reason)) in shown
                assert squeeze(teller.headline(made)) in shown
            assert tool.query.endswith(f"requester={who.id}")
        assert tool.page.evaluate("history.length") == length


@ONE
def test_the_price_stands_straight_below_what_is_recommended(tool: Tool) -> None:
    """From the result to the choice of who pays are few stops, and on a phone the price is on the first screen."""
    tool.page.set_viewport_size({"width": 390, "height": 844})
    path = next(iter(paths(finder.tree(tool.finder))))
    tool.open()
    tool.enter()
    tool.press(*path)
    stops = 0
    while tool.page.evaluate("document.activeElement.id") != "finder-who":
        tool.page.keyboard.press("Tab")
        stops += 1
        assert stops <= 8
    tool.page.locator("#finder-who").select_option(
        tool.page.locator("#finder-who option").nth(1).get_attribute("value")
    )
    tool.page.evaluate("scrollTo(0, 0)")
    box = tool.page.locator(".finder__sentence").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844
    tool.page.evaluate("document.querySelector('.finder__share').scrollIntoView()")
    box = tool.page.locator(".finder__sentence").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 844 / 3, "it stays in sight"


@ONE
def test_the_questions_fit_two_screens_of_a_phone(first_visit: Tool) -> None:
    """At the start tree, picture and table are folded; once a result stands, nobody is told how many questions come."""
    page = first_visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    first_visit.open()
    assert page.evaluate("document.documentElement.scrollHeight") <= 2 * 844
    assert page.locator(".lead").is_visible()
    first_visit.open("?" + "&".join(f"{question.id}=-" for question in first_visit.finder.questions))
    assert not page.locator(".lead").is_visible()


@ONE
def test_the_first_question_stands_before_the_script_has_come(first_visit: Tool) -> None:
    """While the script loads, its place shows what comes, and whoever listens is told of nothing twice."""
    page = first_visit.page
    page.route("**/finder.js", lambda _route: None)
    page.goto(first_visit.address)
    question = first_visit.question(str(finder.advise(first_visit.finder, {}).next))
    expect(page.locator(".finder__room .finder__title")).to_be_visible()
    assert squeeze(page.locator(".finder__room .finder__title").inner_text()) == squeeze(question.text)
    assert page.locator(".finder__room").get_attribute("aria-hidden") == "true"


@ONE
def test_no_line_begins_with_a_comma_and_the_picture_is_whole(tool: Tool) -> None:
    """At 1280 px nothing of the tree is cut, and a comma stands with the name before it."""
    tool.page.set_viewport_size({"width": 1280, "height": 800})
    tool.open("?" + "&".join(f"{question.id}=-" for question in tool.finder.questions))
    tool.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    box = tool.page.locator(".table-scroll:has(.tree-picture)")
    assert box.evaluate("each => each.scrollWidth <= each.clientWidth")
    loose = """[...document.querySelectorAll(".signed")]
      .filter(each => /^\\s*[,.;]/.test(each.nextSibling?.textContent ?? "")).length"""
    assert tool.page.evaluate(loose) == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
@ONE
def test_nothing_is_wider_than_the_screen(tool: Tool, width: int) -> None:
    """Questions, results and what is still possible fit a phone as they fit a desk."""
    tool.page.set_viewport_size({"width": width, "height": 800})
    open_ = "&".join(f"{question.id}=-" for question in tool.finder.questions)
    who = f"requester={tool.site.catalogue.requesters[0].id}"
    longest = max(paths(finder.tree(tool.finder)), key=len)
    answers: dict[str, str | None] = {}
    for answer in longest:
        answers[str(finder.advise(tool.finder, answers).next)] = answer
    closed = "&".join(f"{name}={answer}" for name, answer in answers.items())
    for query in ("", f"?{open_}&{who}", f"?{closed}&{who}"):
        tool.open(query)
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tool.page.evaluate(beyond) == 0


@pytest.mark.parametrize("width", [390, 1280])
@ONE
def test_nothing_jumps(first_visit: Tool, width: int) -> None:
    """The page keeps the room of the first question until it is there, and no step shifts what a reader looks at."""
    first_visit.page.set_viewport_size({"width": width, "height": 800})
    first_visit.page.add_init_script(
        """window.shifted = [];
        new PerformanceObserver(list => list.getEntries().forEach(each => {
          if (!each.hadRecentInput) window.shifted.push(each.value);
        })).observe({ type: "layout-shift", buffered: true });"""
    )
    first_visit.open()
    first_visit.page.wait_for_timeout(200)
    assert sum(first_visit.page.evaluate("window.shifted")) < 0.01
    before = first_visit.page.locator(".finder").bounding_box()
    first_visit.enter()
    first_visit.press(*next(iter(paths(finder.tree(first_visit.finder)))))
    first_visit.page.wait_for_timeout(700)
    assert sum(first_visit.page.evaluate("window.shifted")) < 0.01
    after = first_visit.page.locator(".finder").bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == before["x"]


def test_without_scripts_nothing_dead_is_shown(chromium: Browser, served: Served) -> None:
    """Without JavaScript a sentence says why there are no questions to click, and tree and table stand below."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}{served.site.addresses.finder}")
    assert page.locator(".finder [data-needs-script]").is_visible()
    assert not page.locator(".finder__room").is_visible()
    assert not page.locator(".finder [data-failed]").is_visible()
    assert page.locator(".finder").get_by_role("button").count() == 0
    page.locator(".fold:has(.tree) > summary").click()
    assert page.locator(".tree").first.is_visible()
    context.close()


@ONE
def test_from_a_disk_the_page_says_why(window: BrowserContext, served: Served) -> None:
    """Opened as a file, the sentence shows after a moment, and nothing waits for ever."""
    page = window.new_page()
    page.goto((served.site.folder / served.site.addresses.finder / "index.html").as_uri())
    page.wait_for_timeout(2500)
    assert page.locator(".finder [data-needs-script]").is_visible()
    assert page.locator(".finder").get_by_role("button").count() == 0
    assert not page.locator(".finder__room").is_visible()
    page.locator(".fold:has(.finder-table) > summary").click()
    assert page.locator(".finder-table").is_visible()
    page.close()


@pytest.mark.parametrize("broken", ["missing", "version"])
@ONE
def test_data_of_another_version_shows_no_answer(chromium: Browser, served: Served, broken: str) -> None:
    """Where the tables are missing or of another version, the page asks to reload and recommends nothing."""
    page = chromium.new_page()
    if broken == "missing":
        page.route("**/data.json", lambda route: route.fulfill(status=404, body=""))
    else:
        page.route("**/data.json", lambda route: route.fulfill(json={**route.fetch().json(), "version": "0"}))
    page.goto(f"{served.address}{served.site.addresses.finder}")
    page.wait_for_selector(".finder [data-failed]:not([hidden])")
    assert not page.locator(".finder [data-needs-script]").is_visible()
    assert page.locator(".finder").get_by_role("button").count() == 0
    page.close()


@ONE
def test_a_result_is_on_paper_without_what_is_to_be_clicked(tool: Tool) -> None:
    """Printed, the recommendation and the answers stand there, dark on white, and no button does."""
    tool.open()
    tool.enter()
    tool.press(*next(iter(paths(finder.tree(tool.finder)))))
    tool.page.emulate_media(media="print", color_scheme="dark")
    assert tool.page.locator(".finder__title").is_visible()
    assert tool.page.locator(".finder__given dt").first.is_visible()
    assert not any(each.is_visible() for each in tool.page.locator(".finder button").all())
    after = "each => getComputedStyle(each, '::after').content"
    links = tool.page.locator(".finder__pick a, .finder__list a, .finder__tool li a").all()
    assert {each.evaluate(after) for each in links} <= {"none", "normal"}
    assert tool.page.locator(".finder__tool").evaluate("each => getComputedStyle(each).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
