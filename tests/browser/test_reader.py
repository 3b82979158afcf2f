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
    expect(page.locator(".case-form [name=requester]")).to_have_value(requester)
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


def test_the_home_page_tells_everybody_one_price_of_each_modality(page: Page, guide: Served) -> None:
    """Those without a price read that in its place, and nobody reads both; read as anybody, it is the price."""
    (group, *_) = guide.site.catalogue.requester_groups
    told = """rows => rows.map(row => [...row.querySelectorAll(".brief__price")]
      .filter(each => each.checkVisibility()).map(each => each.classList.contains("brief__price--otherwise")))"""
    for reader, closed in (("", {False}), (f"?reader={group.id}", {False, True})):
        page.goto(f"{guide.address}{reader}")
        page.locator("[data-reader]:not([data-waits])").wait_for()
        seen = page.locator(".brief__row").evaluate_all(told)
        assert all(len(each) == 1 for each in seen)
        assert {one for (one,) in seen} == closed


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
    expect(page.locator(".case-form [name=requester]")).to_have_value(requester)


TOOLS = {"costs": ".simulator__headline", "bill": ".bill__verdict h2"}
"""The tools that ask for a case, and where each tells what it comes to."""


def paid_alike(guide: Served) -> tuple[str, str]:
    """Give a modality and an outcome with which one payer pays for a whole group, and the words that say so."""
    site = guide.site
    (group, *_) = site.catalogue.requester_groups
    for modality in site.catalogue.modalities:
        for outcome in site.catalogue.outcomes:
            found = {
                (case.state, case.payer)
                for case in site.cases(modality)
                if case.case["requester"] in group.members and case.case.get("outcome") == outcome.id
            }
            if len(found) == 1 and {state for state, _ in found} == {"charged"}:
                return modality.id, outcome.id
    raise AssertionError("no group pays alike")


@pytest.mark.parametrize("kind", TOOLS)
def test_a_group_is_told_what_holds_for_all_of_it(page: Page, guide: Served, kind: str) -> None:
    """Nobody has to say which of them they are where that changes nothing; others are not offered."""
    (group, *_) = guide.site.catalogue.requester_groups
    modality, outcome = paid_alike(guide)
    address = guide.address + guide.site.addresses.at(kind)
    page.goto(f"{address}?modality={modality}&outcome={outcome}&reader={group.id}")
    page.locator("[data-component][data-ready]").wait_for()
    asked = page.locator(".case-form [name=requester]")
    offered = asked.locator("option").evaluate_all("all => all.map(each => each.value)")
    assert set(offered) == {"", *group.members}
    expect(asked.locator("option").first).to_have_text(group.name)
    told = page.locator(TOOLS[kind])
    first = told.inner_text()
    assert not first.startswith("Depende")
    asked.select_option(group.members[0])
    assert told.inner_text() == first
    other = next(each.id for each in guide.site.catalogue.requesters if each.id not in group.members)
    choose(page, other)
    expect(asked).to_have_value(other)
    query = parse_qs(urlsplit(page.url).query)
    assert (query["requester"], query["reader"]) == ([other], [other])


@pytest.mark.parametrize("site", ["harbour"], indirect=True)
def test_the_finder_asks_nobody_who_they_are_once_that_is_known(page: Page, served: Served) -> None:
    """What the reader answers by being who they are is answered, until another reads; the price needs no more."""
    site = served.site
    (group, *_) = site.catalogue.requester_groups
    question, theirs, others = next(
        (question.id, answer.id, {each.implies["requester"]: each.id for each in question.answers})
        for question in site.catalogue.finder.questions
        for answer in question.answers
        if answer.implies.get("requester") == group.id
    )
    page.goto(f"{served.address}{site.addresses.finder}?reader={group.id}")
    page.locator(".finder[data-ready]").wait_for()
    expect(page.locator(".finder__answers")).not_to_have_attribute("data-question", question)
    query = parse_qs(urlsplit(page.url).query)
    assert (query[question], query["reader"]) == ([theirs], [group.id])
    expect(page.locator("[data-again]")).to_have_count(0)
    (other,) = {*others} - {group.id}
    choose(page, other)
    query = parse_qs(urlsplit(page.url).query)
    assert (query[question], query["requester"]) == ([others[other]], [other])
    choose(page, group.id)
    while page.locator(".finder__answers").count():
        page.locator(".finder__answer").first.click()
    offered = page.locator("#finder-who option").evaluate_all("all => all.map(each => each.value)")
    assert set(offered) == {"", *group.members}
    expect(page.locator("#finder-who")).to_have_value("")
    expect(page.locator(".finder__sentence")).not_to_contain_text("choose who you are")
