"""The simulator in a real browser: by keyboard, by ear, with numbers as people type them, and where it cannot work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest
from babel.numbers import get_decimal_symbol, get_group_symbol
from playwright.sync_api import Browser, BrowserContext, expect

from generator import pricing
from generator.answers.quote_text import data, render
from generator.answers.teller import Teller
from generator.i18n import words
from generator.pricing.quote import quote
from generator.wording.formatting import Formatter
from generator.wording.inline_markdown import plain
from generator.wording.number_input import own_signs
from tests.browser.conftest import ONE, Served
from tests.browser.simulator import READY, Simulator, charged, rate_of, squeezed
from tests.wording.numbers import CURRENCIES, NUMBERS

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


# Numbers


@pytest.mark.parametrize("locale", ["pt_BR", "en"])
def test_numbers_are_read_as_the_command_reads_them(simulator: Simulator, locale: str) -> None:
    """One table for both readers: what is understood, or the reason why it is refused."""
    asked = [(text, expected) for language, text, expected in NUMBERS if language == locale]
    (home,) = simulator.served.site.folder.glob("assets/guide.*/")
    found = simulator.page.evaluate(
        """async ({ url, texts, signs, own }) => {
          const { readDecimal, plainly } = await import(url);
          return texts.map(text => {
            const read = readDecimal(text, signs, own);
            return read.problem ?? plainly(read);
          });
        }""",
        {
            "url": f"{simulator.served.address}assets/{home.name}/money.js",
            "texts": [text for text, _ in asked],
            "own": list(own_signs(CURRENCIES[locale], locale)),
            "signs": {"decimal": get_decimal_symbol(locale), "group": get_group_symbol(locale)},
        },
    )
    assert dict(zip([text for text, _ in asked], found, strict=True)) == dict(asked)


UNDERSTOOD = (
    ("3,50", "Entendido: R$ 3,50"),
    ("R$\u00a03,50", "Entendido: R$ 3,50"),
    ("1.234,56", "Entendido: R$ 1.234,56"),
    ("", ""),
    ("3.50", "Este número pode ser lido de duas formas. Escreva como 1,23."),
    ("três", "Isto não é um número. Escreva como 1,23."),
    ("1e3", "Isto não é um número. Escreva como 1,23."),
    ("-3", "Aqui não cabe um número abaixo de zero. Escreva como 1,23."),
    ("0", "Aqui vai um número maior que zero. Escreva como 1,23."),
    ("12345678901234", "Este número tem algarismos demais. Escreva como 1,23."),
)
"""What is typed as a rate, and what stands beside it then."""


@pytest.mark.parametrize("site", ["portuguese"], indirect=True)  # the sentences are in Portuguese
def test_what_was_understood_stands_beside_the_field(chromium: Browser, served: Served) -> None:
    """A number is told back as it was read; what is none is explained there, and never becomes an amount."""
    context = chromium.new_context(locale="en-US")  # B47: a browser set to English
    simulator = Simulator.open(context, served)
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    simulator.type(minutes="35")
    for text, said in UNDERSTOOD:
        simulator.type(rate=text)
        assert simulator.note("rate") == said, text
        bad = bool(said) and not said.startswith("Entendido")
        assert (simulator.page.get_attribute("[name=rate]", "aria-invalid") == "true") is bad, text
        assert ("R$" in simulator.headline) is said.startswith("Entendido"), text
        assert "R$ 0,00" not in simulator.headline, text
    context.close()


@pytest.mark.parametrize("site", ["portuguese"], indirect=True)
def test_time_and_rate_are_taken_as_documents_tell_them(simulator: Simulator) -> None:
    """Hours and minutes become minutes, and the rate's field names the unit of the modality that is chosen."""
    modality, case = charged(simulator)
    label = simulator.page.locator("label[for=simulator-rate]")
    hint = simulator.page.locator("#simulator-rate-example")
    assert (label.inner_text(), hint.inner_text()) == (
        "Valor do minuto ou da hora",
        "Exemplo: 1,23",
    )
    simulator.set({"modality": modality.id, **case})
    assert label.inner_text() == "Valor do minuto"
    assert hint.inner_text() == "Exemplo: 1,23. Se você só achar o valor da hora, divida por 60."
    for text in ("1h30", "1 h 30 min", "1H30", "1:30", "90 min", "90"):
        simulator.type(minutes=text)
        assert simulator.note("minutes") == "Entendido: 90 minutos", text
    for text in ("1h75", "1:5", "h", "min", "1:30:00"):
        simulator.type(minutes=text)
        assert simulator.note("minutes") == "Isto não é um número. Escreva como 90.", text


@ONE
def test_the_wheel_changes_nothing(simulator: Simulator) -> None:
    """Scrolling over a field that has the focus scrolls the page, and not the figure."""
    modality, case = charged(simulator)
    simulator.set({"modality": modality.id, **case})
    for name in ("minutes", "rate"):
        simulator.type(**{name: "35"})
        simulator.page.hover(f"[name={name}]")
        simulator.page.mouse.wheel(0, 240)
        simulator.page.wait_for_timeout(50)
        assert simulator.page.input_value(f"[name={name}]") == "35"


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
        checklist.get_by_role("button", name=site.word("Copy as text")).click()
        expect(checklist.locator(".copy__told")).to_have_text(site.word("Copied."))
        lines = page.evaluate("navigator.clipboard.readText()").splitlines()
        items = [line.removeprefix("[ ] ") for line in lines if line.startswith("[ ] ")]
        wanted = len(modality.recommendations) + len(modality.preconditions) + len(modality.steps)
        assert len(items) == wanted
        mark = f" ({site.word('inference')})"
        inferred = checklist.locator("li:has(.citation--inferred)").count()
        assert sum(item.endswith(mark) for item in items) == inferred
        named = Formatter(site.catalogue, words(site.catalogue.guide.language)).named(modality)
        assert any(form in lines[0] for form in (named.name, named.subject, named.object, named.of))
    context.close()
