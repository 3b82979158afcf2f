"""The finder on a phone, on paper, while it loads, and where it cannot work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator.decisions import finder
from tests.browser.conftest import ONE, Served
from tests.browser.finder import Tool, paths, using
from tests.site.site import squeeze

pytestmark = pytest.mark.browser


@pytest.fixture
def tool(window: BrowserContext, served: Served) -> Iterator[Tool]:
    with using(window, served) as made:
        yield made


@pytest.fixture
def first_visit(chromium: Browser, served: Served) -> Iterator[Tool]:
    """The same for who has nothing of the guide in the cache."""
    with using(chromium, served) as made:
        yield made


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
