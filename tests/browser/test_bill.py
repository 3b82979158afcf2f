"""A charge that somebody received, checked in a real browser: the verdict, the message, and what a reload leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel.lists import format_list
from babel.numbers import get_decimal_symbol
from playwright.sync_api import Browser, BrowserContext, expect

from generator import pricing
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from tests.browser.conftest import ONE, Served
from tests.browser.simulator import READY, Bill, charged, rate_of, squeezed
from tests.site.site import Site

pytestmark = pytest.mark.browser

RATE = Decimal("3.50")
SCREEN = 844
"""How tall a phone is, in pixels."""


@pytest.fixture
def bill(window: BrowserContext, served: Served) -> Iterator[Bill]:
    made = Bill.open(window, served)
    yield made
    made.page.close()


def written(site: Site, amount: Decimal) -> str:
    return str(amount).replace(".", get_decimal_symbol(site.locale))


def money(site: Site, amount: Decimal) -> str:
    return squeezed(site.money_alone(amount, None))


def without_charge(site: Site, state: str) -> tuple[Modality, dict[str, str]]:
    return next(
        (modality, case.case)
        for modality in site.catalogue.modalities
        for case in site.cases(modality)
        if case.state == state
    )


def test_a_charge_that_agrees_and_one_that_does_not(bill: Bill) -> None:
    """The guide says on what "it agrees" rests, or by how much it differs, and of more no more than it knows."""
    site = bill.served.site
    modality, case = charged(bill)
    rule = site.catalogue.pricing_rule[modality.pricing]
    units = pricing.billed_units(rule, 47)
    right = RATE * units
    bill.set({"modality": modality.id, **case})
    bill.type(minutes="47", rate=rate_of(bill), billed=written(site, right))
    quantity = site.number("{number} minute", "{number} minutes", units)
    agrees = "It agrees: for {quantity} at {rate}, the guide comes to {amount} too."
    assert bill.verdict == site.word(
        agrees, quantity=quantity, rate=money(site, RATE), amount=money(site, right)
    )
    assert bill.tone == "free"
    assert bill.page.locator(".bill__message").count() == 0
    party = site.catalogue.party[site.catalogue.requester[case["requester"]].billed].name
    who = site.word("Who pays is {party}: if the charge came to somebody else, ask why.", party=party)
    assert any(each.startswith(who) for each in bill.sentences)
    bill.type(billed=written(site, right + 7))
    # The rate is the reader's own, so whether it holds taxes is never known.
    unknown = [
        site.word(name)
        for name, told in (("the least quantity", rule.minimum), ("how the time is rounded", rule.increment))
        if told == UNKNOWN
    ]
    differs = (
        site.word(
            "It differs from the guide's count, which does not know {parts}.",
            parts=format_list([*unknown, site.word("the taxes")], style="or", locale=site.locale),
        )
        if unknown
        else site.word("It differs from the guide's count, which does not know whether taxes are included.")
    )
    assert bill.verdict == differs
    assert bill.tone == "conditional"
    assert site.word("Does the rate include taxes?") in bill.message
    assert money(site, right) in bill.message
    bill.type(billed=written(site, right - 7))
    less = "It does not agree: it is {difference} less than the guide's count."
    assert bill.verdict == site.word(less, difference=money(site, Decimal("7.00")))


def test_a_charge_where_nothing_is_charged(bill: Bill) -> None:
    """Whoever is billed for what is free or waived reads so, why, and a message that says it without an id."""
    site = bill.served.site
    for state in ("free", "waived"):
        modality, case = without_charge(site, state)
        (found,) = [each for each in site.cases(modality) if each.case == case]
        bill.set({"modality": modality.id, **case})
        bill.type(minutes="47", rate=rate_of(bill), billed=written(site, RATE * 47))
        wrong, tone = (
            "It does not agree with the guide, in which nothing is charged in this case.",
            "not_offered",
        )
        if any(site.catalogue.facts[fact].concluded for fact in found.facts):
            wrong, tone = "The guide foresees no charge in this case.", "conditional"
        assert (bill.verdict, bill.tone) == (site.word(wrong), tone)
        assert found.row is not None
        reason = found.row.reason.removesuffix(".")
        assert any(each.startswith(reason) for each in bill.sentences)
        assert reason in bill.message
        assert money(site, RATE * 47) in bill.message
        assert found.id not in bill.message
        assert not any(f"{fact.upper()} " in bill.message for fact in found.facts)
        bill.type(billed="0")
        assert bill.verdict == site.word(
            "It agrees with the guide, in which nothing is charged in this case."
        )


@ONE
def test_a_bill_of_47_minutes_is_checked_on_one_phone_screen_and_a_half(
    window: BrowserContext, served: Served
) -> None:
    """With six fields filled in, the verdict begins on the first screen of a phone, and the message on the second."""
    modality, case = without_charge(served.site, "waived")
    bill = Bill.open(window, served, f"?requester={case['requester']}&modality={modality.id}", width=390)
    bill.page.set_viewport_size({"width": 390, "height": SCREEN})
    bill.choose(outcome=case["outcome"])
    bill.type(minutes="47", rate="3,50", billed="164,50")
    bill.page.evaluate("scrollTo(0, 0)")
    top = "document.querySelector('{}').getBoundingClientRect().top"
    assert bill.page.evaluate(top.format(".bill__verdict h2")) < SCREEN
    assert bill.page.evaluate(top.format(".bill__message")) < 1.5 * SCREEN
    assert bill.page.evaluate("document.documentElement.scrollWidth") <= 390
    bill.page.close()


@ONE
def test_what_was_typed_is_there_after_a_reload_and_in_no_address(bill: Bill) -> None:
    """A reload, and Back from another page, bring choices and numbers back; an address never holds the numbers."""
    page, (modality, case) = bill.page, charged(bill)
    bill.choose(modality=modality.id, **case)
    bill.type(minutes="47", rate="3,50", billed="164,50")
    verdict = bill.verdict
    assert not any(typed in page.evaluate("location.search") for typed in ("47", "50"))
    page.reload()
    page.wait_for_selector(READY)
    assert bill.verdict == verdict
    page.goto(f"{bill.served.address}{bill.served.site.addresses.sources}")
    page.go_back()
    page.wait_for_selector(READY)
    assert [page.input_value(f"[name={each}]") for each in ("minutes", "rate", "billed")] == [
        "47",
        "3,50",
        "164,50",
    ]


@ONE
def test_an_address_of_old_with_a_bill_leads_on(window: BrowserContext, served: Served) -> None:
    """An address of the simulator with an amount arrives at the check, with everything filled in."""
    at = served.site.addresses
    bill = Bill.open(window, served)
    modality, case = charged(bill)
    query = "&".join(f"{name}={value}" for name, value in {"modality": modality.id, **case}.items())
    bill.page.goto(f"{served.address}{at.costs}?{query}&minutes=47&rate=3,50&billed=164,50")
    bill.page.wait_for_url(lambda url: url.startswith(f"{served.address}{at.bill}"))
    bill.page.wait_for_selector(READY)
    expect(bill.page.locator("[name=billed]")).to_have_value("164,50")
    assert bill.tone == "free"
    assert "billed" not in bill.page.evaluate("location.search")
    bill.page.close()


@ONE
def test_a_case_goes_from_tool_to_tool_with_what_was_typed(window: BrowserContext, served: Served) -> None:
    """Who has worked out a case and was billed for it finds all of it in the check, and on the way back, after a
    reload too; no address keeps the numbers, and none of them is ever sent to a server.
    """
    bill = Bill.open(window, served)
    page, (modality, case) = bill.page, charged(bill)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url.partition("#")[0]))
    page.goto(
        f"{served.address}{served.site.addresses.costs}?modality={modality.id}&outcome={case['outcome']}"
    )
    page.wait_for_selector(READY)
    bill.type(minutes="47", rate="3,50")
    for there in ("bill", "simulator"):
        page.click("a[data-along]")
        page.wait_for_selector(f"[data-component={there}][data-ready]")
        for _ in range(2):
            assert page.input_value("[name=modality]") == modality.id
            assert page.input_value("[name=outcome]") == case["outcome"]
            assert [page.input_value(f"[name={each}]") for each in ("minutes", "rate")] == ["47", "3,50"]
            assert page.evaluate("location.hash") == ""
            page.reload()
            page.wait_for_selector(READY)
    assert not any("minutes" in url or "rate=" in url for url in sent)
    page.close()


@ONE
def test_the_verdict_is_announced_once(bill: Bill) -> None:
    """Who listens hears the verdict once a field has changed, and what is wrong with a number instead of it."""
    modality, case = charged(bill)
    bill.record()
    bill.set({"modality": modality.id, **case})
    bill.said()
    bill.type(billed="1000")
    assert [each.partition(" (")[0] for each in bill.said()] == [bill.verdict]
    bill.type(rate="x")
    assert bill.said() == [bill.note("rate")]


@ONE
def test_the_message_is_copied_as_it_stands(chromium: Browser, served: Served) -> None:
    """What is pasted into the ticket is what was read, with spaces that break."""
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    bill = Bill.open(context, served)
    modality, case = without_charge(served.site, "waived")
    bill.set({"modality": modality.id, **case})
    bill.type(billed="164,50")
    bill.page.click(".bill__message button")
    expect(bill.page.locator(".copy__told")).to_have_text(served.site.word("Copied."))
    text = bill.page.evaluate("navigator.clipboard.readText()")
    assert text == bill.message.strip("“”")
    assert not {"\u00a0", "\u202f"} & set(text)
    context.close()


@ONE
def test_a_printed_verdict_is_one_sheet(bill: Bill) -> None:
    """A4 holds the verdict, the message and the count, without the page's tables and what else is folded."""
    modality, case = charged(bill)
    bill.set({"modality": modality.id, **case})
    bill.type(minutes="47", rate="3,50", billed="210")
    bill.page.emulate_media(media="print")
    count, *others = bill.page.locator(".bill__result .fold").all()
    assert count.locator("li").last.is_visible()
    assert others
    assert not any(each.is_visible() for each in others)
    assert len(re.findall(rb"/Type\s*/Page\b", bill.page.pdf(format="A4"))) == 1


@ONE
def test_without_scripts_a_charge_is_checked_by_hand(chromium: Browser, served: Served) -> None:
    """Nothing dead stands there: a sentence that says why, and each case with its price, folded by modality."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}{served.site.addresses.bill}")
    inside = page.locator("[data-component=bill]")
    assert inside.locator("[data-needs-script]").is_visible()
    for control in inside.locator("select, input, button").all():
        assert not control.is_visible()
    page.locator(".guide > details > summary").click()
    page.locator(".guide > details details > summary").first.click()
    assert page.get_by_role("table").first.is_visible()
    assert page.locator(".guide > details table").count() == len(served.site.catalogue.modalities)
    context.close()
