"""What is chosen is seen where the system forces its own colours: neither a ground nor a shadow is left there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(forced_colors="active", viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def seen(part: Locator) -> bytes:
    """A picture of a part by which nothing but a choice is marked: no pointer, no focus."""
    part.page.mouse.move(0, 0)
    part.evaluate("document.activeElement.blur()")
    return part.screenshot()


def test_only_the_current_tab_has_a_line(page: Page, guide: Served) -> None:
    """The line below the tab of this part is drawn; those of the others have the colour of what is behind them."""
    page.goto(guide.address + guide.site.addresses.costs)
    lines = page.locator(".shell-tabs a").evaluate_all(
        "tabs => tabs.map(tab => [tab.ariaCurrent !== null, getComputedStyle(tab).borderBottomColor])"
    )
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert [current for current, line in lines if line != ground] == [True]


def test_a_marked_row_and_a_marked_modality_are_seen(page: Page, guide: Served) -> None:
    """In the comparison both look different from what they were before, and so does the button of the modality."""
    page.goto(guide.address + guide.site.addresses.comparison)
    page.wait_for_selector(".comparison[data-ready]")
    row = page.locator("tbody tr[data-row]").first
    head = page.locator("thead th[data-modality]").first
    for part, button in ((row, row.locator("[data-mark-row]")), (head, head.locator("[data-mark-column]"))):
        before = seen(part)
        button.click()
        assert seen(part) != before
        button.click()
        assert seen(part) == before


def test_the_case_that_was_chosen_is_seen_among_the_others(page: Page, guide: Served) -> None:
    """In the simulator's table of other cases the row of this one stands out."""
    modality = guide.site.catalogue.modalities[0].id
    page.goto(f"{guide.address}{guide.site.addresses.costs}")
    page.locator(".simulator select").first.select_option(modality)
    row = page.locator(".simulator__table [aria-current]").first
    page.locator(".simulator details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    expect(row).to_be_visible()
    chosen = seen(row)
    row.evaluate("row => { row.dataset.was = ''; row.removeAttribute('aria-current'); }")
    assert seen(page.locator("[data-was]")) != chosen
