"""The shell around every page, by keyboard alone, on any screen, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import ONE, Served, until

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"
IN_MENU = f"{FOCUSED}.closest('#__menu') !== null"
PAPER = """getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3)
  .reduce((sum, channel) => sum + Number(channel), 0)"""
AROUND = """[...document.querySelectorAll("meta[name=theme-color]")]
  .filter((each) => matchMedia(each.media).matches).map((each) => each.dataset.scheme)"""
KEPT = "({ ...localStorage })"


@contextmanager
def opened(
    where: Browser | BrowserContext,
    served: Served,
    address: str = "",
    width: int = 1280,
    height: int = 800,
    **named: object,
) -> Iterator[Page]:
    """A page; with settings of its own it is in a context of its own, in which nothing was kept yet."""
    page = where.new_page(**named)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(served.address + address)
    yield page
    page.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def opener(page: Page) -> Locator:
    return page.locator("header button[popovertarget]")


def menu(page: Page) -> Locator:
    return page.locator("#__menu")


def modality(served: Served) -> str:
    return served.site.addresses.modality(served.site.catalogue.modalities[0].id)


@ONE
def test_the_skip_link_comes_first_and_leads_past_the_shell(window: BrowserContext, served: Served) -> None:
    """The first Tab shows a link; Enter on it leads into the content, and the next Tab stays there."""
    with opened(window, served, modality(served)) as page:
        press(page, "Tab")
        link = page.locator("body > a").first
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport(ratio=1)
        assert link.evaluate("link => getComputedStyle(link).clipPath") == "none"
        press(page, "Enter")
        expect(page.locator("main")).to_be_focused()
        press(page, "Tab")
        assert page.evaluate(f"{FOCUSED}.closest('main') !== null")


@pytest.mark.parametrize("width", [320, 390])
def test_the_menu_of_a_phone_is_opened_and_left_by_keyboard(
    window: BrowserContext, guide: Served, width: int
) -> None:
    """Enter opens it and leads into it; Escape closes it and leads back; Tab past its end closes it."""
    with opened(window, guide, modality(guide), width, 640) as page:
        expect(opener(page)).to_have_attribute("aria-expanded", "false")
        press(page, "Tab", "Tab")
        expect(opener(page)).to_be_focused()
        press(page, "Enter")
        expect(opener(page)).to_have_attribute("aria-expanded", "true")
        expect(menu(page).get_by_role("button")).to_be_focused()
        press(page, "Tab", "Tab")
        assert page.evaluate(IN_MENU)
        press(page, "Escape")
        expect(menu(page)).to_be_hidden()
        expect(opener(page)).to_be_focused()
        expect(opener(page)).to_have_attribute("aria-expanded", "false")
        press(page, "Enter")
        expect(
            menu(page).get_by_role("button")
        ).to_be_focused()  # it is led there a moment after the menu shows
        menu(page).get_by_role("link").last.focus()
        press(page, "Tab")
        assert not page.evaluate(IN_MENU)
        expect(menu(page)).to_be_hidden()


def test_a_closed_menu_is_no_stop_on_the_way(window: BrowserContext, guide: Served) -> None:
    """From its button, Tab goes on in the bar; no link of the closed menu takes focus."""
    with opened(window, guide, width=390) as page:
        press(page, "Tab", "Tab", "Tab")
        expect(page.locator(".shell-bar__home")).to_be_focused()
        assert not page.evaluate("document.querySelector('#__menu a').checkVisibility()")


def test_a_link_to_a_part_of_this_page_closes_the_menu(window: BrowserContext, guide: Served) -> None:
    """What was chosen is not left behind the menu."""
    with opened(window, guide, modality(guide), 390) as page:
        opener(page).click()
        link = menu(page).locator("a[href^='#']").last
        link.click()
        expect(menu(page)).to_be_hidden()
        expect(page.locator(link.get_attribute("href") or "")).to_be_in_viewport()


def test_the_menu_needs_no_script(chromium: Browser, served: Served) -> None:
    """Without JavaScript the same keys open and close it, and its links lead on; what would be dead is not shown."""
    with opened(chromium, served, "", 390, java_script_enabled=False, color_scheme="dark") as page:
        expect(page.locator("[data-theme-switch]")).to_be_hidden()
        press(page, "Tab", "Tab", "Enter")
        expect(menu(page)).to_be_visible()
        press(page, "Escape")
        expect(menu(page)).to_be_hidden()
        press(page, "Enter", "Tab")
        expect(menu(page).get_by_role("button")).to_be_focused()
        menu(page).locator(".menu__item--1 > a").nth(1).press("Enter")
        page.wait_for_url(served.address + served.site.addresses.modalities)


def test_tabs_lead_to_the_parts_and_tell_where_one_is(window: BrowserContext, served: Served) -> None:
    """By keyboard each part is reached, and the tab of the part says so to who cannot see it."""
    with opened(window, served) as page:
        tabs = page.get_by_role("navigation", name=served.site.word("Parts of the guide")).get_by_role("link")
        expect(tabs.first).to_have_attribute("aria-current", "page")
        tabs.nth(0).focus()
        press(page, "Tab", "Enter")
        page.wait_for_url(served.address + served.site.addresses.modalities)
        expect(tabs.nth(1)).to_have_attribute("aria-current", "page")
        page.goto(served.address + modality(served))
        expect(tabs.nth(1)).to_have_attribute("aria-current", "true")
        assert page.locator("#__menu [aria-current=page]").count() == 1


@ONE
def test_the_theme_that_is_chosen_stays(chromium: Browser, served: Served) -> None:
    """The choice outlives the page, is all that is kept, prints on white, and the third press gives it back."""
    word = served.site.word
    with opened(chromium, served, color_scheme="light") as page:
        assert page.evaluate(KEPT) == {}
        page.get_by_role("button", name=word("Switch to the dark theme")).focus()
        press(page, "Enter")
        expect(page.get_by_role("button", name=word("Switch to the light theme"))).to_be_focused()
        assert page.evaluate(KEPT) == {"guide-theme": "dark"}
        page.goto(served.address + served.site.addresses.costs)
        assert page.evaluate(PAPER) < 200
        page.emulate_media(media="print")
        assert page.evaluate(PAPER) == 765
        page.emulate_media(media="screen")
        page.get_by_role("button", name=word("Switch to the light theme")).click()
        assert page.evaluate(KEPT) == {"guide-theme": "light"}
        assert page.evaluate(PAPER) > 600
        page.get_by_role("button", name=word("Switch to the theme of the system")).click()
        assert page.evaluate(KEPT) == {}
        page.emulate_media(color_scheme="dark")
        assert page.evaluate(PAPER) < 200
        assert page.context.cookies() == []


@ONE
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_switch_says_which_theme_there_is_and_which_comes(
    chromium: Browser, served: Served, system: Literal["light", "dark"]
) -> None:
    """It goes round in three, from the system's theme first to the one that is not seen yet, each told in words;
    and the frame around the page follows.
    """
    other = "light" if system == "dark" else "dark"
    word = served.site.word
    now = {"system": "Theme of the system", "light": "Light theme", "dark": "Dark theme"}
    to = {
        "system": "Switch to the theme of the system",
        "light": "Switch to the light theme",
        "dark": "Switch to the dark theme",
    }
    with opened(chromium, served, color_scheme=system) as page:
        switch = page.locator("[data-theme-switch]")
        for theme, following in (("system", other), (other, system), (system, "system"), ("system", other)):
            name = f"{word(now[theme])}. {word(to[following])}"
            expect(switch).to_have_accessible_name(name)
            expect(switch).to_have_attribute("title", name)
            expect(switch.locator(".shell-icon:visible")).to_have_class(f"shell-icon shell-icon--{theme}")
            shown = system if theme == "system" else theme
            assert page.evaluate(AROUND) == [shown]
            switch.click()


@ONE
def test_open_tabs_follow_the_theme_that_is_chosen_in_one(chromium: Browser, served: Served) -> None:
    """Another tab turns dark with this one, its switch says so, and both go back to the system's theme."""
    context = chromium.new_context(color_scheme="light")
    here, there = context.new_page(), context.new_page()
    for page in (here, there):
        page.goto(served.address)
    switch = here.locator("[data-theme-switch]")
    switch.click()
    until(there, f"{PAPER} < 200")
    switch.click()
    until(there, f"{PAPER} > 600")
    switch.click()
    until(there, "document.documentElement.dataset.theme === undefined")
    expect(there.locator("[data-theme-switch]")).to_have_accessible_name(
        switch.get_attribute("aria-label") or ""
    )
    context.close()


COVERED = """() => {
  const bar = document.querySelector("header"), part = document.activeElement;
  if (part === document.body || bar.contains(part) || part.closest(".skip, [popover]:popover-open")) return null;
  const low = getComputedStyle(bar).position === "static" ? 0 : bar.getBoundingClientRect().bottom;
  const { top, bottom } = part.getBoundingClientRect();
  const fits = bottom - top < innerHeight - low;
  return fits && (top < low - 1 || bottom > innerHeight + 1) ? `${part.outerHTML.slice(0, 80)} at ${top}` : null;
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844), (320, 256)])
def test_what_has_focus_is_never_covered(
    window: BrowserContext, guide: Served, width: int, height: int
) -> None:
    """Forwards and backwards through a page, at 400 % too, what has focus stands wholly in sight, below the bar."""
    with opened(window, guide, modality(guide), width, height) as page:
        covered: list[str] = []
        for key in ("Tab", "Shift+Tab"):
            for _ in range(45):
                press(page, key)
                if found := page.evaluate(COVERED):
                    covered.append(f"{key}: {found}")
            page.locator("main a:visible").last.focus()
        assert covered == []


@ONE
def test_a_part_that_is_jumped_to_stands_below_the_bar(window: BrowserContext, served: Served) -> None:
    """The heading of an address with an anchor is seen, not hidden, and the list of contents marks it."""
    with opened(window, served, modality(served)) as page:
        link = page.locator(".contents a").nth(1)
        anchor = link.get_attribute("href") or ""
        page.goto(f"{served.address}{modality(served)}{anchor}")
        expect(page.locator(anchor)).to_be_in_viewport(ratio=1)
        bar = page.locator("header").evaluate("bar => bar.getBoundingClientRect().bottom")
        assert page.locator(anchor).evaluate("part => part.getBoundingClientRect().top") >= bar
        expect(link).to_have_attribute("aria-current", "true")
        assert page.locator(".contents [aria-current]").count() == 1


def test_a_box_is_a_stop_only_where_it_scrolls(window: BrowserContext, guide: Served) -> None:
    """A table that is wider than the screen is reached by keyboard and has a name; one that fits is no stop."""
    stops = ".guide section[tabindex='0']"
    scrolling = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).length"
    with opened(window, guide, guide.site.addresses.finder, 320) as page:
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.wait_for_timeout(200)
        narrow = page.locator(".guide section[aria-label]").evaluate_all(scrolling)
        assert narrow > 0
        expect(page.locator(stops)).to_have_count(narrow)
        assert all(each.get_attribute("aria-label") for each in page.locator(stops).all())
    with opened(window, guide, modality(guide), 1280) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        expect(page.locator(".guide section[aria-label]").first).to_be_visible()
        expect(page.locator(stops)).to_have_count(0)


@pytest.mark.parametrize("width", [641, 1280, 1920])
def test_the_bar_ends_where_the_page_ends(window: BrowserContext, guide: Served, width: int) -> None:
    """The search, which has an edge, stands flush with what is below it."""
    with opened(window, guide, guide.site.addresses.comparison, width) as page:
        search, below = (
            page.locator(each).evaluate("part => Math.round(part.getBoundingClientRect().right)")
            for each in (".search__open", ".comparison__tools")
        )
        assert search == below


def test_nothing_moves_for_who_wants_no_motion(chromium: Browser, guide: Served) -> None:
    """With reduced motion no part of a page glides anywhere; what waits a while before it is shown may."""
    with opened(chromium, guide, guide.site.addresses.costs, reduced_motion="reduce") as page:
        moving = page.evaluate(
            """[...document.querySelectorAll("*")].filter(each => {
              const style = getComputedStyle(each);
              return (style.animationName !== "none" && !style.animationTimingFunction.startsWith("steps(1"))
                || (style.transitionProperty !== "none" && /[1-9]/.test(style.transitionDuration));
            }).map(each => each.outerHTML.slice(0, 60))"""
        )
        assert moving == []


def test_a_page_that_is_opened_as_a_file_says_what_is_missing(chromium: Browser, guide: Served) -> None:
    """It names the one file that needs nothing beside it; its links lead to pages, not to listings of folders."""
    told = ".shell-from-file"
    top = guide.site.folder.as_uri()
    with opened(chromium, guide) as page:
        expect(page.locator(told)).to_be_hidden()
        page.goto(f"{top}/{guide.site.addresses.comparison}index.html")
        expect(page.locator(told)).to_be_visible()
        page.locator(".shell-tabs a").nth(1).click()
        page.wait_for_url(f"{top}/{guide.site.addresses.modalities}index.html")
        page.locator("main .card a").first.click()
        page.wait_for_url(f"{top}/**/index.html")
        page.locator(f"{told} a").click()
        page.wait_for_url(f"{top}/{guide.site.addresses.single_file}")
        page.locator(".one-file__contents a").nth(2).click()


def test_the_error_page_holds_its_shell_at_any_depth(window: BrowserContext, served: Served) -> None:
    """An address that leads nowhere, however deep, still has styles, a menu and a way home."""
    with opened(window, served, "no/such/page/here") as page:
        expect(page.get_by_role("heading", level=1)).to_have_text(served.site.word("Page not found"))
        expect(page.get_by_role("button", name=served.site.word("Switch to the dark theme"))).to_be_visible()
        page.locator(".shell-bar__home").click()
        page.wait_for_url(served.address)
