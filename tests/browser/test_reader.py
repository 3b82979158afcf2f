"""As whom the guide is read: chosen once, in the address, carried by links, and heard by pages and tools."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

MODALITY = "modalidades/consultoria-do-suporte/"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def reader_of(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("reader", [""])[0]


def choose(page: Page, value: str) -> None:
    page.locator("[data-reader] select").select_option(value)


def test_without_a_choice_a_page_speaks_to_all(page: Page, guide: Served) -> None:
    """Nobody is asked who they are before they may read."""
    page.goto(guide.address + MODALITY)
    expect(page.locator("[data-reader] select")).to_have_value("")
    assert page.locator("[data-who][hidden]").count() == 0


def test_a_page_speaks_to_who_was_chosen(page: Page, guide: Served) -> None:
    """What is only about others is put away, and comes back with the choice of anybody."""
    page.goto(guide.address + MODALITY)
    requester = guide.site.catalogue.requesters[0].id
    choose(page, requester)
    assert reader_of(page) == requester
    parts = page.locator("main [data-who]")
    for number in range(parts.count()):
        who = (parts.nth(number).get_attribute("data-who") or "").split()
        assert (parts.nth(number).get_attribute("hidden") is None) == (requester in who)
    others = page.locator("main .outcomes__payers [data-who][hidden]")
    assert others.count()
    expect(others.first).to_be_hidden()
    choose(page, "")
    assert reader_of(page) == ""
    assert page.locator("[data-who][hidden]").count() == 0


def test_a_group_is_all_its_members(page: Page, guide: Served) -> None:
    """Who reads as a group sees what is about any of its members."""
    (group, *_) = guide.site.catalogue.requester_groups
    page.goto(f"{guide.address}{MODALITY}?reader={group.id}")
    expect(page.locator("[data-reader] select")).to_have_value(group.id)
    shown = page.locator("main [data-who]:not([hidden])")
    assert shown.count()
    for number in range(shown.count()):
        who = (shown.nth(number).get_attribute("data-who") or "").split()
        assert not set(who).isdisjoint(group.members)


def test_links_carry_the_reader_along(page: Page, guide: Served) -> None:
    """Once chosen it holds on the next page, beside what a tool keeps in its address."""
    requester = guide.site.catalogue.requesters[0].id
    page.goto(f"{guide.address}{MODALITY}?reader={requester}")
    page.locator(".actions a").first.click()
    page.wait_for_url("**/custos/**")
    assert reader_of(page) == requester
    expect(page.locator("form [name=requester]")).to_have_value(requester)
    query = parse_qs(urlsplit(page.url).query)
    assert query["modality"] == ["consultoria-do-suporte"]


def test_who_asks_is_led_to_a_guide_of_their_own(page: Page, guide: Served) -> None:
    """From their page, whoever was chosen before; and the summary then tells the prices that are theirs alone."""
    site = guide.site
    before, *_ = site.catalogue.requesters
    (group, *_) = site.catalogue.requester_groups
    page.goto(f"{guide.address}{site.addresses.requester(group.members[0])}?reader={before.id}")
    page.locator("a[data-reads]").click()
    expect(page.locator("[data-reader] select")).to_have_value(group.id)
    page.get_by_role("link", name=site.word("Summary"), exact=True).last.click()
    page.locator("[data-row=price]").first.wait_for()
    parts = page.locator("[data-row=price] .summary__part")
    for number in range(parts.count()):
        who = (parts.nth(number).get_attribute("data-who") or "").split()
        assert parts.nth(number).is_visible() != set(who).isdisjoint(group.members)
    page.locator(".summary__part--otherwise:visible").first.wait_for()


def test_an_address_of_somebody_unknown_is_read_as_anybody(page: Page, guide: Served) -> None:
    """A reader that the guide does not know hides nothing, and no tool complains of it."""
    page.goto(f"{guide.address}custos/?reader=nobody-we-know")
    expect(page.locator("[data-reader] select")).to_have_value("")
    expect(page.locator("[data-dropped]")).to_have_text("")
    assert page.locator("[data-who][hidden]").count() == 0


def test_a_tool_hears_a_new_choice(page: Page, guide: Served) -> None:
    """Who says who reads, while a tool is open, has said who asks."""
    page.goto(f"{guide.address}custos/?modality=consultoria-do-suporte")
    requester = guide.site.catalogue.requesters[0].id
    page.locator("[data-component=simulator][data-ready]").wait_for()
    choose(page, requester)
    expect(page.locator("form [name=requester]")).to_have_value(requester)
