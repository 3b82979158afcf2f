"""The simulator in a real browser: the answer, for everyone, on a phone, on paper and in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator import pricing
from generator.answers.quote_text import data, render
from generator.answers.teller import Teller
from generator.i18n import words
from generator.pricing.quote import quote
from tests.browser.conftest import ONE, Served
from tests.browser.simulator import READY, Simulator, charged, rate_of, squeezed

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 1280)


@pytest.fixture
def simulator(window: BrowserContext, served: Served) -> Iterator[Simulator]:
    made = Simulator.open(window, served)
    yield made
    made.page.close()


# The answer


def test_every_case_is_told_in_the_words_of_the_command(simulator: Simulator) -> None:
    """For every whole case, and every one with the outcome open, the page and `guia quote` say the same sentence."""
    site = simulator.served.site
    catalogue = site.catalogue
    language = words(catalogue.guide.language)
    for modality in catalogue.modalities:
        dimensions = pricing.dimensions(catalogue, catalogue.pricing_rule[modality.pricing])
        choices = [(None, *d.values) if d.id == "outcome" else d.values for d in dimensions]
        cases = [
            {d.id: value for d, value in zip(dimensions, values, strict=True) if value}
            for values in product(*choices)
        ]
        shown = simulator.headlines({"modality": modality.id, "minutes": "46", **known} for known in cases)
        for known, headline in zip(cases, shown, strict=True):
            told = render(catalogue, quote(catalogue, modality, known, minutes=46), language)
            assert headline == squeezed(told.splitlines()[0]), (modality.id, known)


def test_the_count_stands_line_by_line_as_the_command_tells_it(simulator: Simulator) -> None:
    """Arithmetic, assumptions and near cases are those of `guia quote`, with the reader's own rate."""
    site = simulator.served.site
    catalogue = site.catalogue
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    simulator.type(minutes="13", rate="0,335" if site.name == "portuguese" else "0.335")
    made = quote(catalogue, modality, case, minutes=13, rate=Decimal("0.335"))
    told = data(catalogue, made, words(catalogue.guide.language))
    assert simulator.lines("arithmetic") == [squeezed(line) for line in told["bill"]["lines"]]
    assert simulator.lines("assumptions") == [squeezed(line) for line in told["bill"]["assumptions"]]
    near = simulator.lines("nearby")
    assert all(any(squeezed(each["text"]) in line for line in near) for each in told["nearby"])
    assert bool(near) == bool(told["nearby"])


def test_sources_lead_to_facts_and_cases_to_their_row(simulator: Simulator) -> None:
    """From the answer one click leads to the fact, and one to the row of the table that holds the case."""
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    (wanted,) = [each for each in simulator.served.site.cases(modality) if each.case == case]
    facts = simulator.page.locator(".simulator__part--why .citation")
    assert (facts.first.get_attribute("data-cites") or "").split() == list(wanted.facts)
    simulator.page.click(".simulator__part--asked a.case")
    target = simulator.page.locator(":target")
    assert target.inner_text() == wanted.id
    facts.first.click()
    box = simulator.page.get_by_role("dialog")
    expect(box).to_contain_text(wanted.facts[0].upper())
    there = box.get_by_role("link", name=wanted.facts[0].upper(), exact=True)
    assert (there.get_attribute("href") or "").endswith(
        f"{simulator.served.site.addresses.sources}#{wanted.facts[0]}"
    )


def test_side_by_side(simulator: Simulator) -> None:
    """The same case in every modality, and the same modality with every outcome, each as it is by itself."""
    catalogue = simulator.served.site.catalogue
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    teller = Teller(catalogue, words(catalogue.guide.language))
    simulator.unfold()
    tables = simulator.page.locator(".simulator__table")
    outcomes = [squeezed(text) for text in tables.nth(0).locator("tbody tr").all_inner_texts()]
    assert outcomes == [
        squeezed(f"{each.name} {teller.headline(quote(catalogue, modality, {**case, 'outcome': each.id}))}")
        for each in catalogue.outcomes
    ]
    rows = [squeezed(text) for text in tables.nth(1).locator("tbody tr").all_inner_texts()]
    assert [row.startswith(each.name) for row, each in zip(rows, catalogue.modalities, strict=True)]
    assert tables.nth(1).locator("[aria-current]").count() == 1


def test_the_chart_has_a_name_and_the_same_as_a_table(simulator: Simulator) -> None:
    """Who cannot see the line hears what it is and finds its numbers; they are those of the count."""
    catalogue = simulator.served.site.catalogue
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    assert simulator.page.locator(".chart").count() == 0
    simulator.type(minutes="46", rate=rate_of(simulator))
    page = simulator.page
    simulator.unfold()
    assert page.get_by_role("img", name=simulator.served.site.word("Cost by minutes worked")).is_visible()
    rule = catalogue.pricing_rule[modality.pricing]
    for row in page.locator(".chart tbody tr").all():
        minutes, units, amount = (squeezed(cell) for cell in row.locator("th, td").all_inner_texts())
        billed = pricing.billed_units(rule, int(minutes))
        assert units.split()[0] == str(billed)
        assert amount == squeezed(simulator.served.site.money_alone(Decimal("3.50") * billed, None))


def test_results_that_are_possible_are_told_apart(simulator: Simulator) -> None:
    """While a case is open, each reason names its result, and alternatives stand in quotation marks with an "or"."""
    catalogue = simulator.served.site.catalogue
    teller = Teller(catalogue, words(catalogue.guide.language))
    for modality in catalogue.modalities:
        made = quote(catalogue, modality, {})
        simulator.set({"modality": modality.id})
        shown = simulator.lines("ways")
        for way in made.ways:
            facts = [fact for result in way.results for fact in result.facts]
            wanted = teller.marked(teller.verdicts(way.results, {str(made.deciding): way.value}), facts)
            assert any(line.endswith(f": {squeezed(wanted)}") for line in shown)
        reasons = simulator.lines("why")
        for result in made.results if made.deciding else ():
            verdict = teller.verdict(result, {}).removesuffix(".")
            wanted = teller.reason(result, made)
            assert any(line.startswith("“") and f"“{verdict}”" in line and wanted in line for line in reasons)


# For everyone


@ONE
def test_a_result_by_keyboard_alone(simulator: Simulator) -> None:
    """From the first field on, Tab, arrows and figures are enough; nothing is a trap."""
    page = simulator.page
    modality, case = charged(simulator)
    page.focus("[name=modality]")
    wanted = {"modality": modality.id, **case, "minutes": "46", "rate": rate_of(simulator)}
    reached = []
    for _ in range(12):
        name = page.evaluate("document.activeElement.name")
        if not name:
            break
        reached.append(name)
        if name in ("minutes", "rate"):
            page.keyboard.type(wanted[name])
        elif name in wanted:
            for _ in range(30):
                if page.evaluate("document.activeElement.value") == wanted[name]:
                    break
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    assert reached == [
        *(each for each in wanted if each not in ("minutes", "rate")),
        "minutes",
        "rate",
    ]
    units = pricing.billed_units(simulator.served.site.catalogue.pricing_rule[modality.pricing], 46)
    assert squeezed(simulator.served.site.money_alone(Decimal("3.50") * units, None)) in simulator.headline
    for _ in range(60):
        if page.evaluate("document.activeElement.matches('.copy button')"):
            break
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.copy button')")


@ONE
def test_each_change_is_announced_once(simulator: Simulator) -> None:
    """A choice is one announcement, and so is a number however many keys it took."""
    modality, case = charged(simulator)
    simulator.record()
    simulator.set({"modality": modality.id})
    simulator.said()
    for name, value in case.items():
        simulator.choose(**{name: value})
        assert simulator.said() == [simulator.headline]
    simulator.page.focus("[name=minutes]")
    simulator.page.keyboard.type("46", delay=40)
    assert simulator.said() == [simulator.headline]
    simulator.page.focus("[name=rate]")
    simulator.page.keyboard.type(rate_of(simulator), delay=40)
    assert simulator.said() == [simulator.headline]
    simulator.type(rate="x")
    assert simulator.said() == [simulator.note("rate")]


def test_the_live_region_stands_from_the_start(served: Served) -> None:
    """What tells of changes is in the page before anything changes, alone, and empty."""
    (region,) = served.site.page(served.site.addresses.costs).css("[data-announce]")
    assert region.attributes["aria-live"] == "polite"
    assert not region.text()


@ONE
def test_nothing_moves_when_the_form_appears(chromium: Browser, served: Served) -> None:
    """The form has its room before it is there."""
    for width in WIDTHS:
        page = chromium.new_page()  # nothing is in its cache yet
        page.set_viewport_size({"width": width, "height": 900})
        page.add_init_script(
            """window.shifted = 0;
            new PerformanceObserver(list => {
              for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifted += each.value;
            }).observe({ type: "layout-shift", buffered: true });"""
        )
        page.goto(f"{served.address}{served.site.addresses.costs}")
        page.wait_for_selector(READY)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shifted") < 0.02, width
        page.close()


@pytest.mark.parametrize("width", WIDTHS)
@ONE
def test_an_answer_fits_the_screen(window: BrowserContext, served: Served, width: int) -> None:
    """With everything shown, no part of the answer makes the page scroll sideways."""
    simulator = Simulator.open(window, served, width=width)
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    simulator.type(minutes="1460", rate=rate_of(simulator))
    simulator.unfold()
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert simulator.page.evaluate(beyond) <= 0
    simulator.set({"modality": modality.id})
    assert simulator.page.evaluate(beyond) <= 0
    simulator.page.close()


# On a phone and on paper


@ONE
def test_the_answer_stays_in_sight_on_a_phone_and_changes_with_each_choice(
    window: BrowserContext, served: Served
) -> None:
    """At the top of the form the sentence stands at the foot of the screen, whatever is chosen, and says another."""
    simulator = Simulator.open(window, served, width=390)
    simulator.page.set_viewport_size({"width": 390, "height": 844})
    modality, case = charged(simulator)
    seen = {simulator.headline}
    for name, value in {"modality": modality.id, **case}.items():
        simulator.choose(**{name: value})
        simulator.page.evaluate("scrollTo(0, 0)")
        box = simulator.page.locator(".simulator__headline").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844
        seen.add(simulator.headline)
    assert len(seen) == 2 + len(case)
    simulator.page.close()


@ONE
def test_what_is_open_is_told_in_one_sentence(simulator: Simulator) -> None:
    """While the case is open, the sentence names what decides, and each result that is possible."""
    catalogue = simulator.served.site.catalogue
    teller = Teller(catalogue, words(catalogue.guide.language))
    modality = next(
        each
        for each in catalogue.modalities
        if {case.state for case in simulator.served.site.cases(each)} >= {"charged", "waived"}
    )
    client = next(each.id for each in catalogue.requesters if each.party == each.billed)
    simulator.set({"modality": modality.id, "requester": client})
    made = quote(catalogue, modality, {"requester": client})
    assert simulator.headline == squeezed(teller.headline(made))
    waived = next(each for each in made.ways if each.results[0].state == "waived")
    assert catalogue.outcome[waived.value].name in simulator.headline
    for result in made.results:
        assert teller.brief(result, made.known) in simulator.headline


@ONE
def test_the_costs_fit_four_screens_of_a_phone(window: BrowserContext, served: Served) -> None:
    """Before anything is chosen, the form, the answer's place and the names of all that is folded are soon read."""
    simulator = Simulator.open(window, served, width=390)
    assert simulator.page.evaluate("document.documentElement.scrollHeight") <= 4 * 844
    simulator.page.close()


@ONE
def test_a_printed_result_is_one_sheet(simulator: Simulator) -> None:
    """A4 holds the whole result, without the page's tables."""
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    simulator.type(minutes="46", rate=rate_of(simulator))
    sheets = re.findall(rb"/Type\s*/Page\b", simulator.page.pdf(format="A4"))
    assert len(sheets) == 1
