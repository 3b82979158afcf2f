"""The marks of a page in a browser: what one opens, how it closes, and what it is without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser, guide: Served) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    made = context.new_page()
    made.goto(f"{guide.address}modalidades/consultoria-do-suporte/")
    yield made
    context.close()


def test_a_mark_opens_its_facts_in_place(page: Page, guide: Served) -> None:
    """Each fact is there with its id, its text and its source, and of an inference why; nothing leaves the page."""
    mark = page.locator("main .citation--inferred:visible").first
    facts = (mark.get_attribute("data-cites") or "").split()
    address = page.url
    mark.click()
    box = page.get_by_role("dialog", name=guide.site.word("What this rests on"))
    expect(box).to_be_focused()
    catalogue = guide.site.catalogue
    notes = box.locator(".note-box__note")
    expect(notes).to_have_count(len(facts))
    for number, id_ in enumerate(facts):
        expect(notes.nth(number)).to_contain_text(id_.upper())
        expect(notes.nth(number)).to_contain_text(catalogue.source_of[id_].title)
    expect(box).to_contain_text(guide.site.word("inference"))
    assert page.url == address
    seen = box.bounding_box()
    assert seen is not None
    assert seen["x"] >= 0
    assert seen["x"] + seen["width"] <= 390


@pytest.mark.parametrize("way", ["Escape", "button", "beside"])
def test_it_closes_and_gives_the_focus_back(page: Page, guide: Served, way: str) -> None:
    """By its key, its button or a touch beside it: the reader goes on where the mark stands."""
    mark = page.locator("main .citation:visible").first
    mark.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog")
    expect(box).to_be_visible()
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "button":
        box.get_by_role("button", name=guide.site.word("Close")).click()
    else:
        page.mouse.click(5, 840)
    expect(box).to_have_count(0)
    if way != "beside":
        expect(mark).to_be_focused()


def test_a_word_of_the_glossary_opens_as_well(page: Page, guide: Served) -> None:
    """Its meaning stands where it is read; the way to the glossary stays in it."""
    word = page.locator("main a.term:visible").first
    word.click()
    box = page.get_by_role("dialog", name=guide.site.word("What this word means"))
    anchor = (word.get_attribute("href") or "").split("#")[1]
    term = next(each for each in guide.site.catalogue.glossary if each.id == anchor)
    expect(box).to_contain_text(term.term)
    expect(box.get_by_role("link", name=term.term)).to_have_attribute(
        "href", word.get_attribute("href") or ""
    )


def test_without_a_script_a_mark_is_a_link(chromium: Browser, guide: Served) -> None:
    """It leads to the fact on the page of sources, as does a click that asks for another tab."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{guide.address}modalidades/consultoria-do-suporte/")
    mark = page.locator("main .citation:visible").first
    facts = (mark.get_attribute("data-cites") or "").split()
    mark.click()
    assert page.url.startswith(guide.address + guide.site.addresses.sources)
    assert page.url.split("#")[1] in facts
    context.close()


def test_what_is_folded_opens_for_a_link_to_it(page: Page, guide: Served) -> None:
    """An address with an anchor in a folded part shows that part, opened."""
    anchor = guide.site.anchor("who-may-ask")
    page.goto(f"{guide.address}modalidades/consultoria-do-suporte/#{anchor}")
    expect(page.locator(f"details:has(#{anchor})")).to_have_attribute("open", "")
