"""What the simulator keeps and hands out: its address, text to copy, paper; and what stands there without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator.i18n import words
from generator.wording.formatting import Formatter
from generator.wording.inline_markdown import plain
from tests.browser.conftest import ONE, Served
from tests.browser.simulator import READY, Simulator, charged, rate_of

pytestmark = pytest.mark.browser


@pytest.fixture
def simulator(window: BrowserContext, served: Served) -> Iterator[Simulator]:
    made = Simulator.open(window, served)
    yield made
    made.page.close()


# The address


def test_the_address_holds_what_was_chosen_and_nothing_that_was_typed(simulator: Simulator) -> None:
    """Requester, modality, outcome, then the rest, by id; edits never fill the history."""
    page = simulator.page
    modality, case = charged(simulator)
    before = page.evaluate("history.length")
    simulator.choose(modality=modality.id, **case)
    simulator.type(minutes="46", rate=rate_of(simulator))
    order = ["requester", "modality", *(name for name in case if name != "requester")]
    query = "&".join(f"{name}={({**case, 'modality': modality.id})[name]}" for name in order)
    assert page.evaluate("location.search") == f"?{query}"
    assert page.evaluate("history.length") == before
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
    assert "46" not in kept
    page.goto("about:blank")  # the address again would be a reload, after which all is there
    simulator.visit(f"?{query}")
    assert page.input_value("[name=modality]") == modality.id
    assert page.input_value("[name=minutes]") == ""


@ONE
def test_what_was_typed_is_there_after_a_reload(simulator: Simulator) -> None:
    """Whoever loads the page again finds the case and the numbers, and so the answer."""
    page, (modality, case) = simulator.page, charged(simulator)
    simulator.choose(modality=modality.id, **case)
    simulator.type(minutes="46", rate=rate_of(simulator))
    headline = simulator.headline
    page.reload()
    page.wait_for_selector(READY)
    assert simulator.headline == headline
    assert page.input_value("[name=minutes]") == "46"


@ONE
def test_back_brings_the_answer_back(simulator: Simulator) -> None:
    """After following a link away, Back shows the same case, as often as one likes, with one effect for each change."""
    page = simulator.page
    modality, case = charged(simulator)
    simulator.choose(modality=modality.id, **case)
    headline = simulator.headline
    for _ in range(3):
        simulator.unfold()
        page.locator(".simulator__table a").first.click()
        page.wait_for_url(lambda url: simulator.served.site.addresses.costs not in url)
        page.go_back()
        page.wait_for_selector(READY)
        expect(page.locator(".simulator__headline")).to_have_text(headline)
    simulator.page.wait_for_timeout(300)
    simulator.record()
    simulator.choose(requester="")
    assert len(simulator.said()) == 1


@ONE
def test_what_an_address_names_that_does_not_exist_is_dropped_with_a_word(simulator: Simulator) -> None:
    """A mistyped or foreign address still shows the rest, and says what it left out."""
    modality, _ = charged(simulator)
    simulator.visit(f"?requester=nobody&modality={modality.id}&colour=red")
    text = simulator.page.inner_text("[data-dropped]")
    assert "requester=nobody" in text
    assert "colour=red" in text
    assert simulator.page.evaluate("location.search") == f"?modality={modality.id}"


# Copying and paper


@ONE
def test_the_answer_is_copied_as_text_with_plain_spaces(chromium: Browser, served: Served) -> None:
    """A ticket gets sentence, case, count, sources and what prevails; no space in it is one that does not break."""
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    simulator = Simulator.open(context, served)
    modality, case = charged(simulator)
    simulator.record()
    simulator.set({"modality": modality.id, **case})
    simulator.type(minutes="46", rate=rate_of(simulator))
    simulator.said()
    copied = expect(simulator.page.locator(".copy__told"))
    simulator.page.click(".copy button")
    # The clipboard has its own time, which no clock puts forward.
    copied.to_have_text(served.site.word("Copied."))
    assert simulator.said() == [served.site.word("Copied.")]
    text = simulator.page.evaluate("navigator.clipboard.readText()")
    assert not {"\u00a0", "\u202f"} & set(text)
    assert text.splitlines()[0] == simulator.headline
    (wanted,) = [each for each in served.site.cases(modality) if each.case == case]
    assert wanted.id in text
    assert all(fact.upper() in text for fact in wanted.facts)
    assert served.site.catalogue.guide.prevails in text
    context.close()


@ONE
def test_where_a_browser_does_not_let_pages_copy_the_text_is_selected(simulator: Simulator) -> None:
    """Without the clipboard, the text stands there, selected, and the reader is told what to press."""
    page = simulator.page
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.click(".copy button")
    page.wait_for_selector("textarea.copied")
    assert page.evaluate("getSelection().toString()") or page.evaluate(
        "document.activeElement.selectionEnd > document.activeElement.selectionStart"
    )
    assert page.inner_text(".copy__told") == simulator.served.site.word(
        "The text is selected: copy it with Ctrl+C."
    )


@ONE
def test_a_printed_answer_is_the_answer_without_the_form(simulator: Simulator) -> None:
    """On paper stand the result and its sources, not fields and buttons."""
    page = simulator.page
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    page.emulate_media(media="print")
    assert page.locator(".simulator__headline").is_visible()
    assert not page.locator("[name=modality]").is_visible()
    assert not page.locator(".copy button").is_visible()
    assert page.locator(".simulator__result a[href^=http]").count() == 0  # paper would spell the host out


# Where it cannot work


def test_without_scripts_the_page_says_so_and_shows_nothing_dead(chromium: Browser, served: Served) -> None:
    """No field, no button: a sentence that says why, and the tables with every case."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}{served.site.addresses.costs}")
    inside = page.locator("[data-component=simulator]")
    assert inside.locator("[data-needs-script]").is_visible()
    for control in inside.locator("select, input, button, textarea").all():
        assert not control.is_visible()
    assert page.locator("table").count() == len(served.site.catalogue.modalities)
    page.locator(".fold:has(table) > summary").first.click()
    assert page.get_by_role("table").first.is_visible()
    context.close()


@ONE
def test_opened_from_disk_the_page_says_why_the_tool_is_not_there(
    window: BrowserContext, served: Served
) -> None:
    """From file:// a browser loads no modules: the sentence stands there, and nothing waits for ever."""
    page = window.new_page()
    page.goto((served.site.folder / served.site.addresses.costs / "index.html").as_uri())
    expect(page.locator("[data-needs-script]").first).to_be_visible(timeout=5000)
    page.wait_for_timeout(2200)
    assert page.locator("[data-needs-script]").first.is_visible()
    assert not page.locator("[name=modality]").is_visible()
    page.close()


# What can be copied: the checklist, and the message


@ONE
def test_what_is_copied_is_for_a_ticket(chromium: Browser, served: Served) -> None:
    """The checklist is lines to tick off, each inference named as one; the message is as a person would send it.

    It is copied by the button at the top of the page, which stands only where the catalogue has a message.
    """
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    site = served.site
    for modality in site.catalogue.modalities:
        page.goto(f"{served.address}{site.addresses.modality(modality.id)}")
        sent = page.locator(".actions .copy")
        if modality.request:
            sent.get_by_role("button", name=site.word("Copy what to send")).click()
            expect(sent.locator(".copy__told")).to_have_text(site.word("Copied."))
            blanks = [f"- {each}: …" for each in modality.request.blanks]
            message = [plain(modality.request.text), *blanks]
            assert page.evaluate("navigator.clipboard.readText()").splitlines() == message
        assert page.locator(".actions").get_by_text(site.word("Copy what to send")).count() == bool(
            modality.request
        )
        checklist = page.locator("[data-component=checklist]")
        if not checklist.count():
            # A single step is told on the page already.
            assert (modality.recommendations, modality.preconditions) == ((), ())
            assert len(modality.steps) <= 1
            continue
        page.locator("details:has([data-component=checklist]) > summary").click()
        checklist.get_by_role("checkbox").first.check()
        checklist.get_by_role("button", name=site.word("Copy as text")).click()
        expect(checklist.locator(".copy__told")).to_have_text(site.word("Copied."))
        lines = page.evaluate("navigator.clipboard.readText()").splitlines()
        items = [line[4:] for line in lines if line.startswith(("[ ] ", "[x] "))]
        assert sum(line.startswith("[x] ") for line in lines) == 1
        wanted = len(modality.recommendations) + len(modality.preconditions) + len(modality.steps)
        assert len(items) == wanted
        mark = f" ({site.word('inference')})"
        inferred = checklist.locator("li:has(.citation--inferred)").count()
        assert sum(item.endswith(mark) for item in items) == inferred
        named = Formatter(site.catalogue, words(site.catalogue.guide.language)).named(modality)
        assert any(form in lines[0] for form in (named.name, named.subject, named.object, named.of))
    context.close()
