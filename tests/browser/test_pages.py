"""Every page as a browser shows it: it fits the screen, asks nobody else for anything, and breaks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import ONE, Served

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 1280)


def addresses(served: Served) -> list[str]:
    """Give the address of every page of a site."""
    return sorted(
        path.parent.relative_to(served.site.folder).as_posix().removeprefix(".")
        for path in served.site.folder.rglob("index.html")
    )


def visit(page: Page, served: Served, address: str) -> None:
    page.goto(
        f"{served.address}{address}/" if address and "." not in address else f"{served.address}{address}"
    )


# The theme's search box slides when a window grows from a phone's width to a desk's: what counts is where it ends.
BEYOND = """async () => {
  const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  for (let tries = 0; beyond() > 0 && tries < 40; tries++) await new Promise(done => setTimeout(done, 50));
  return beyond();
}"""


VIOLATED = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  violated(`${violatedDirective} ${blockedURI}`));"""


@dataclass
class Tour:
    """What was seen on a walk through every page of a site."""

    wide: dict[str, int] = field(default_factory=dict)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def tour(window: BrowserContext, served: Served) -> Tour:
    return walk(window, served, WIDTHS)


def walk(window: BrowserContext, served: Served, widths: Sequence[int]) -> Tour:
    """Walk through every page once, and measure each at some widths."""
    seen = Tour()
    page = window.new_page()
    page.on(
        "request",
        lambda r: None if r.url.startswith((served.address, "data:")) else seen.foreign.append(r.url),
    )
    page.on("console", lambda m: seen.errors.append(f"{page.url}: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(f"{page.url}: {error}"))
    page.expose_function("violated", lambda told: seen.violations.append(f"{page.url}: {told}"))
    page.add_init_script(VIOLATED)
    for address in [*addresses(served), "404.html"]:
        visit(page, served, address)
        if page.evaluate("document.cookie.length + localStorage.length + sessionStorage.length"):
            seen.kept.append(address)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            beyond = page.evaluate(BEYOND)
            if beyond > 0:
                seen.wide[f"{address} at {width}"] = beyond
    page.close()
    return seen


def test_no_page_scrolls_sideways(tour: Tour) -> None:
    """A reader never has to scroll a page sideways; a wide table scrolls inside its own box."""
    assert tour.wide == {}


def test_no_page_asks_another_host(tour: Tour) -> None:
    """Opening any page sends nothing to anybody else."""
    assert tour.foreign == []


def test_no_page_keeps_anything_in_the_browser(tour: Tour) -> None:
    """Reading leaves no cookie and nothing in storage; only who chooses a theme has that kept."""
    assert tour.kept == []


def test_no_page_does_what_its_policy_forbids(tour: Tour) -> None:
    """Under the policy in its head and the one in the host's headers, no page tries anything else, the 404 included."""
    assert tour.violations == []


def test_no_page_logs_an_error(tour: Tour) -> None:
    """Nothing fails in the browser's console on any page."""
    assert tour.errors == []


ROLELESS = """[...document.querySelectorAll(".guide :is(table, thead, tbody, tr, th, td)")].filter(part => {
  const roles = {
    TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell",
    TH: part.scope === "col" ? "columnheader" : "rowheader",
  };
  return part.getAttribute("role") !== roles[part.tagName];
}).length"""


def test_tables_say_their_roles(window: BrowserContext, served: Served) -> None:
    """For browsers that take no rows for rows where they look like blocks; HTML itself needs none."""
    page = window.new_page()
    for address in (served.site.addresses.costs, served.site.addresses.comparison):
        visit(page, served, address.strip("/"))
        assert page.locator(".guide td").count() > 1
        assert page.evaluate(ROLELESS) == 0
    page.close()


def test_cost_tables_stay_tables_on_a_phone(window: BrowserContext, served: Served) -> None:
    """On a phone the rows of a cost table look like blocks, and a screen reader still finds rows and headings."""
    page = window.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    visit(page, served, served.site.addresses.costs.strip("/"))
    page.locator(".fold:has(table) > summary").first.click()
    table = page.get_by_role("table").first
    assert table.get_by_role("row").count() > 1
    assert table.get_by_role("columnheader").count() > 1
    assert table.get_by_role("cell").count() > 1
    first = table.locator("tbody tr").first
    assert first.evaluate("row => getComputedStyle(row).display") == "block"
    page.close()


@ONE
def test_a_cost_table_has_its_columns_beside_menu_and_contents(
    window: BrowserContext, served: Served
) -> None:
    """On a desk, and on paper, a modality's costs are a table: all columns in sight, with nothing to scroll."""
    modality = next(each for each in served.site.catalogue.modalities if len(served.site.cases(each)) > 1)
    page = window.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, served, served.site.addresses.modality(modality.id).strip("/"))
    box = page.locator(".stacked-box:has(.costs)")
    for width in (1280, 700):
        if width == 700:
            page.emulate_media(media="print")
        page.set_viewport_size({"width": width, "height": 800})
        assert box.locator("tr").last.evaluate("row => getComputedStyle(row).display") == "table-row"
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    page.close()


@ONE
def test_who_may_ask_is_read_on_a_phone_without_going_sideways(
    window: BrowserContext, served: Served
) -> None:
    """The rows of the tables of requesters are cards there: who pays is seen whole, named as its column is."""
    at, catalogue = served.site.addresses, served.site.catalogue
    addresses = (at.requester(catalogue.requesters[0].id), at.modality(catalogue.modalities[0].id))
    page = window.new_page()
    for address, width in product(addresses, (320, 390)):
        page.set_viewport_size({"width": width, "height": 700})
        visit(page, served, address.strip("/"))
        table = page.locator("table.access")
        table.evaluate("table => table.closest('details')?.setAttribute('open', '')")
        assert table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth")
        last = table.locator("tbody tr").last.locator("td").last
        label = last.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert served.site.word("Who pays what is charged") in label
        box = last.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    page.close()


def test_dark_and_light_follow_the_system(chromium: Browser, served: Served) -> None:
    """A reader whose system is dark gets light letters on a dark page, and the other way round."""
    for scheme, dark in (("light", False), ("dark", True)):
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        visit(page, served, "")
        channels = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        context.close()
        assert (sum(channels[:3]) < 200) is dark


# What a sheet of paper would cut, or leave alone at its foot or its top.
KEPT = """() => Object.entries({
  "tr, dl > div, .questions > li, .journey__step": "breakInside",
  "h2, h3, caption, thead, tbody tr:first-child:not(:last-child)": "breakAfter",
  "tbody tr:last-child:not(:first-child), li:last-child:not(:first-child)": "breakBefore",
}).flatMap(([which, rule]) => [...document.querySelectorAll(`main :is(${which})`)]
  .filter(part => getComputedStyle(part)[rule] !== "avoid").map(part => `${rule}: ${part.outerHTML.slice(0, 80)}`))"""


def test_a_printed_page_is_dark_on_white_from_any_theme(chromium: Browser, served: Served) -> None:
    """Paper is white, letters are dark, no table loses a column, and no sheet cuts what belongs together."""
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    visit(page, served, served.site.addresses.costs.strip("/"))
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.guide')).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    visit(page, served, served.site.addresses.modality(served.site.catalogue.modalities[0].id).strip("/"))
    assert page.evaluate(KEPT) == []
    context.close()


def test_folded_texts_are_on_paper_too(window: BrowserContext, served: Served) -> None:
    """What a click would unfold stands unfolded on paper, the checklist too, but for scopes that a question names."""
    page = window.new_page()
    modality = served.site.catalogue.modalities[0]
    visit(page, served, served.site.addresses.modality(modality.id).strip("/"))
    folded = page.locator(".scopes li").last
    if page.locator(".scopes--unknown").count():
        assert not folded.is_visible()
    checklist = page.locator("[data-component=checklist]")
    assert not checklist.is_visible()
    page.emulate_media(media="print")
    asked = page.locator(".questions").last
    names = page.locator(".scopes--unknown strong").all_text_contents()
    if page.locator(".scopes--asked").count():
        assert not folded.is_visible()
        assert all(name in asked.inner_text() for name in names)
    else:
        assert folded.bounding_box() is not None
    assert page.locator("summary").first.evaluate("each => getComputedStyle(each).listStyleType") == "none"
    assert checklist.locator("li").last.is_visible()
    page.close()


@ONE
def test_paper_tells_address_and_revision(window: BrowserContext, served: Served) -> None:
    """A printed page says where it was read, and of which revision it is; on the screen the address is not repeated."""
    page = window.new_page()
    visit(page, served, served.site.addresses.costs.strip("/"))
    told = page.locator("[data-address]")
    assert not told.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert told.is_visible()
    assert told.text_content() == page.url
    guide = served.site.catalogue.guide
    assert guide.revision in page.locator(".guide__foot").inner_text()
    page.close()


@ONE
@pytest.mark.parametrize("width", [390, 1280])
def test_the_one_file_is_laid_out_as_it_is_read(window: BrowserContext, served: Served, width: int) -> None:
    """Each part waits until it comes near, with room for all of it meanwhile; a link to a late one arrives."""
    page = window.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, served, served.site.addresses.single_file)
    heights = "parts => parts.map(part => part.getBoundingClientRect().height)"
    parts = page.locator("main > section")
    link = page.locator(".one-file__contents a").nth(-2)
    link.click()
    expect(page.locator(link.get_attribute("href") or "").get_by_role("heading").first).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    kept = parts.evaluate_all(heights)
    parts.evaluate_all("parts => parts.forEach(part => { part.style.contentVisibility = 'visible'; })")
    whole = parts.evaluate_all(heights)
    assert sum(kept) > sum(whole)  # hence nothing was laid out
    assert [number for number, height in enumerate(whole) if height > kept[number] + 1] == []
    page.close()


@ONE
def test_the_columns_of_the_one_files_contents_begin_at_one_height(
    window: BrowserContext, served: Served
) -> None:
    """What comes first in each column stands on one line with what comes first in the others."""
    page = window.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, served, served.site.addresses.single_file)
    tops = page.locator(".one-file__contents li").evaluate_all(
        "items => Object.values(Object.groupBy(items.map((item) => item.getBoundingClientRect()), ({ left }) => left))"
        ".map((column) => column[0].top)"
    )
    assert len(tops) > 1
    assert len(set(tops)) == 1
    page.close()


@ONE
def test_the_one_file_keeps_no_room_for_what_never_comes(window: BrowserContext, served: Served) -> None:
    """The guide as one file has no script, and so no hole where a script would put something."""
    page = window.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    visit(page, served, served.site.addresses.single_file)
    holes = page.evaluate(
        """[...document.querySelectorAll(
          "main .case-form, main .comparison__tools, main [data-announce], main [data-needs-script]")]
          .filter(each => each.getBoundingClientRect().height > 1).map(each => each.className)"""
    )
    assert holes == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()
