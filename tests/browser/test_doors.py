"""From the home page to an answer: by what a reader notices, in few screens, and the summary on one sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import ONE, Served

pytestmark = pytest.mark.browser

HEIGHT = 844
"""Of a phone that is 390 pixels wide."""

SCREENS = f"document.documentElement.scrollHeight / {HEIGHT}"

BROKEN = """[...document.querySelectorAll("main .state")].flatMap((state) => {
  const range = document.createRange();
  return [...state.textContent.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
    range.setStart(state.firstChild, index);
    range.setEnd(state.firstChild, index + word.length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word);
})"""
"""The words of prices that are on more than one line."""


def phone(where: Browser | BrowserContext, served: Served, address: str, **named: object) -> Page:
    page = where.new_page(**named)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    page.goto(f"{served.address}{address}")
    return page


@ONE
def test_what_a_reader_notices_is_an_answer_given(window: BrowserContext, served: Served) -> None:
    """The finder goes on from it, at its top; its address is that of the answer, and Back leads home."""
    symptom = next(each for each in served.site.catalogue.finder.symptoms if len(each.answers) > 1)
    page = phone(window, served, "")
    page.get_by_role("link", name=symptom.text).click()
    page.wait_for_selector(".finder[data-ready]")
    expect(page.locator(".finder__given dt")).to_have_count(len(symptom.answers))
    query = "&".join(f"{key}={value}" for key, value in symptom.answers.items())
    assert page.evaluate("location.search") == f"?{query}"
    assert page.evaluate("location.hash") == ""
    expect(page.locator(".finder__title")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("link", name=symptom.text)).to_be_visible()
    page.close()


@ONE
def test_without_scripts_it_leads_to_what_the_tree_says(chromium: Browser, served: Served) -> None:
    """The part of the tree that has the answer is on the screen."""
    symptom = served.site.catalogue.finder.symptoms[1]
    page = phone(chromium, served, "", java_script_enabled=False)
    page.get_by_role("link", name=symptom.text).click()
    expect(page.locator(".tree__ways > li:target > .tree__answer")).to_be_in_viewport()
    page.close()


@ONE
@pytest.mark.parametrize(("kind", "most"), [("home", 2), ("summary", 1.3)])
def test_a_phone_shows_it_in_few_screens(
    window: BrowserContext, served: Served, kind: str, most: float
) -> None:
    """The home page is two screens at most, the summary about one; and where it is narrower, no price breaks a word."""
    page = phone(window, served, served.site.addresses.at(kind))
    assert page.evaluate(SCREENS) <= most
    page.set_viewport_size({"width": 320, "height": HEIGHT})
    assert page.evaluate(BROKEN) == []
    page.close()


@ONE
def test_the_summary_is_one_screen_and_one_sheet_of_paper(window: BrowserContext, served: Served) -> None:
    """The whole table, and what has no price, stand on the first screen of a phone; printed, it is a single page."""
    page = phone(window, served, served.site.addresses.at("summary"))
    ends = [page.locator(f"main {each}").last.bounding_box() for each in ("table", ".others")]
    assert all(each is not None and each["y"] + each["height"] <= HEIGHT for each in ends)
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1
    page.close()
