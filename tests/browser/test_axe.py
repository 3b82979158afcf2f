"""axe on every page: no finding, best practices included, by day and night, wide and narrow, with scripts and without.

Each page is examined in one of the eight settings, in turn, and those with tools in all of them. `make axe` examines
every page in all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, until
from tests.browser.test_pages import addresses, visit

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
EVERYTHING = os.environ.get("GUIDE_AXE") == "everything"
SHARES = 4
"""So many tests do the work together, so that as many workers can have a part of it."""

# A screen of 1280 × 1024 at 400 % has room for this.
SCREENS = {1280: 800, 320: 256}

# The shell shows its switch, and each tool takes away what asks for scripts; the guide as one file has none.
AWAKE = """!document.querySelector("script[type=module]")
  || !document.querySelector("[data-waits], [data-component] [data-needs-script]:not([hidden])")"""

# The page of the catalogue's own text has more than a thousand lines, each made like the one before: axe would take
# half of all the time for them. The guide as one file holds the pages once more, and takes as long as ten of them.
SHORTENED = """
for (const line of document.querySelectorAll(".source-text code > :nth-child(n + 100)")) line.remove();
for (const part of [...document.querySelectorAll(".one-file__part")].slice(8)) part.remove();
"""

# What is folded is looked at too.
# What a browser does not lay out before it is scrolled to stands nowhere: axe would take it to cover what is there.
UNFOLDED = """
for (const part of document.querySelectorAll(".one-file__part")) part.style.contentVisibility = "visible";
for (const fold of document.querySelectorAll("main .fold")) fold.open = true;
"""

FINDINGS = """async (part) => {
  const { violations } = await axe.run(part ?? document, {
    resultTypes: ["violations"],
    preload: false,
    rules: { "target-size": { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}"""

SEARCH = "[data-search] dialog"


class Setting(NamedTuple):
    """How a page is looked at."""

    scheme: str
    width: int
    scripts: bool


SETTINGS = [Setting(*each) for each in product(("light", "dark"), SCREENS, (True, False))]


class Screens:
    """A page for each colour scheme, with scripts and without."""

    def __init__(self, chromium: Browser) -> None:
        self.chromium = chromium
        self.pages: dict[tuple[str, bool], Page] = {}

    def page(self, setting: Setting) -> Page:
        key = (setting.scheme, setting.scripts)
        if key not in self.pages:
            # The policy would keep axe out, which is no part of the site; test_pages.py and all others hold it to it.
            context = self.chromium.new_context(color_scheme=setting.scheme, bypass_csp=True)  # type: ignore[arg-type]
            if not setting.scripts:
                # Where JavaScript is off, axe would not run either. So only the site's own never comes.
                context.route("**/*.js", lambda route: route.abort())
            self.pages[key] = context.new_page()
        page = self.pages[key]
        page.set_viewport_size({"width": setting.width, "height": SCREENS[setting.width]})
        return page

    def close(self) -> None:
        for page in self.pages.values():
            page.context.close()


@pytest.fixture(scope="module")
def screens(chromium: Browser) -> Iterator[Screens]:
    """Opened as they are needed, shared by all tests."""
    made = Screens(chromium)
    yield made
    made.close()


def examined(page: Page, part: str | None = None) -> list[str]:
    """Return what is found in a page, or in one part of it."""
    if not EVERYTHING:
        page.evaluate(SHORTENED)
    page.evaluate(UNFOLDED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[Any] = page.evaluate(FINDINGS, part)
    return [str(each) for each in found]


def woken(page: Page, setting: Setting) -> None:
    """Wait until the scripts of a page have done what they do at its start."""
    if setting.scripts:
        until(page, AWAKE)


def plan(served: Served) -> list[tuple[str, Setting]]:
    """Return each page with the settings in which it is examined."""
    at = served.site.addresses
    pages = [*addresses(served), "404.html", at.single_file]
    whole = {
        each.strip("/")
        for each in (
            at.finder,
            at.costs,
            at.comparison,
            at.modality(served.site.catalogue.modalities[0].id),
        )
    }
    return [
        (address, setting)
        for number, address in enumerate(pages)
        for place, setting in enumerate(SETTINGS)
        if EVERYTHING
        # Half of them, in which any two choices (scheme, width, scripts) still meet in each way.
        or (address in whole and place.bit_count() % 2 == number % 2)
        or place == number % len(SETTINGS)
    ]


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_is_found_on_any_page(screens: Screens, guide: Served, share: int) -> None:
    """No rule of WCAG 2.2 AA and no best practice is broken, and at 400 % no page scrolls sideways."""
    found: list[str] = []
    for address, setting in plan(guide)[share::SHARES]:
        page = screens.page(setting)
        visit(page, guide, address)
        woken(page, setting)
        found += [f"{address} {setting}: {each}" for each in examined(page)]
        if page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"):
            found.append(f"{address} {setting}: scrolls sideways")
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_in_an_open_menu(screens: Screens, guide: Served, scheme: str) -> None:
    """With the menu open over the page, with scripts and without."""
    found: list[str] = []
    for scripts in (True, False):
        setting = Setting(scheme, 320, scripts)
        page = screens.page(setting)
        visit(page, guide, guide.site.addresses.modalities.strip("/"))
        woken(page, setting)
        page.locator("header button[popovertarget]").click()
        assert page.locator("#__menu").is_visible()
        found += [f"{setting}: {each}" for each in examined(page)]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_in_an_open_search(screens: Screens, guide: Served, scheme: str) -> None:
    """In the open search, under which nothing can be reached: before a word is typed, over results, and without any."""
    found: list[str] = []
    for width in SCREENS:
        setting = Setting(scheme, width, True)
        page = screens.page(setting)
        visit(page, guide, guide.site.addresses.glossary.strip("/"))
        woken(page, setting)
        page.locator("[data-search] [data-open]").click()
        assert page.locator(SEARCH).evaluate("dialog => dialog.matches(':modal')")
        box = page.locator(".search__box")
        for query, shown in (("", "[data-start]"), ("a", "[role=option]"), ("zzzz qqqq", "[data-nothing]")):
            box.fill(query)
            page.locator(f"{SEARCH} {shown}").first.wait_for()
            found += [f"{setting} {query!r}: {each}" for each in examined(page, SEARCH)]
    assert found == []


def test_a_fault_would_be_found(screens: Screens, guide: Served) -> None:
    """The search does run: a button without a name and a heading out of order do not pass."""
    page = screens.page(SETTINGS[0])
    visit(page, guide, "")
    page.evaluate(
        """for (const name of ["button", "h6"])
          document.querySelector("main article").append(document.createElement(name))"""
    )
    assert {each.partition(":")[0] for each in examined(page)} >= {"button-name", "empty-heading"}
