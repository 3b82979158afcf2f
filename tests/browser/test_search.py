"""The search as it is used: letter by letter, by keyboard, by ear; what it finds first is told by tests/search/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.pricing_rules import PriceState
from tests.browser.conftest import ONE, Served
from tests.site.site import text_of

pytestmark = pytest.mark.browser

LETTERS = {
    "portuguese": (
        "cobrança",
        "cobranças",
        "franquia",
        "inconsistência",
        "inconsistências",
        "quem paga",
        "sem custo",
        "presencial",
    ),
    "harbour": ("who pays", "pay-per-call", "quotations"),
}

SIGNS = (
    "+",
    "-foo",
    "+foo -bar",
    "title:x",
    "*",
    "a*b",
    "~",
    "foo~2",
    "foo^9",
    '"',
    "\\",
    "👍",
    "__proto__",
    "constructor",
    "%",
    "<b>",
)

# Types each text into the box as a whole, and tells what the list then holds.
ASK = """texts => texts.map(text => {
  const box = document.querySelector("[role=combobox]");
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return [...document.querySelectorAll("[role=option]")].map(option => option.href);
})"""

HEARD = """() => {
  window.heard = [];
  const region = document.querySelector("[data-search] [role=status]");
  new MutationObserver(() => region.textContent && window.heard.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true });
}"""


class Search:
    """The search of one page, and what a reader does with it."""

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.served = served
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(urlsplit(request.url).path))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)

    @property
    def button(self) -> Any:
        return self.page.locator("[data-search] [data-open]")

    @property
    def dialog(self) -> Any:
        return self.page.locator("[data-search] dialog")

    @property
    def box(self) -> Any:
        return self.dialog.get_by_role("combobox")

    @property
    def options(self) -> Any:
        return self.dialog.get_by_role("option")

    def visit(self, address: str = "") -> None:
        self.page.goto(f"{self.served.address}{address}")
        expect(self.button).to_be_visible()

    def open(self) -> None:
        """Open it, and wait until it can find something."""
        self.button.click()
        self.box.fill("a")
        expect(self.options.first).to_be_visible()
        self.box.fill("")

    def ask(self, *texts: str) -> list[list[str]]:
        """Tell for each text where its options lead, as seen from the top of the site."""
        found = self.page.evaluate(ASK, list(texts))
        return [[href.removeprefix(self.served.address) for href in hrefs] for hrefs in found]

    def fetched(self) -> list[str]:
        names = ("search.js", "search.json", "lunr.js", "search_index.js", "data.json")
        return [path for path in self.requests if path.rpartition("/")[2] in names]


@pytest.fixture
def search(window: BrowserContext, served: Served) -> Iterator[Search]:
    """The search of a page of its own; whatever is done with it logs no error."""
    page = window.new_page()
    made = Search(page, served)
    yield made
    assert made.errors == []
    page.close()


@pytest.fixture(scope="module")
def opened(window: BrowserContext, served: Served) -> Iterator[Search]:
    """The open search of the home page, which several tests ask."""
    page = window.new_page()
    made = Search(page, served)
    made.visit()
    made.open()
    yield made
    page.close()


def test_what_is_found_stays_found(opened: Search) -> None:
    """Once the right page is in the list, it is there at every further letter; and in the end it is the first."""
    site = opened.served.site
    for word in LETTERS[site.name]:
        ((right, *_),) = opened.ask(word)
        steps = opened.ask(*(word[:end] for end in range(1, len(word) + 1)))
        there = [right in found for found in steps]
        assert there[there.index(True) :] == [True] * (len(word) - there.index(True)), word
        assert there.index(True) < 3, word
        first = [found[0] == right if found else False for found in steps]
        assert all(first[-2:]), word


def test_a_case_id_leads_to_its_row(opened: Search) -> None:
    """Typed in any way, alone or in a sentence, and from the letters on that leave few to mean; its row is told."""
    site = opened.served.site
    rows = site.page(site.addresses.costs).html.css("tr:has(.case[id])")
    for row in (rows[0], rows[len(rows) // 2], rows[-1]):
        link = row.css(".case[id]")[-1]
        id_ = link.text(strip=True)
        wanted = f"{site.addresses.costs}#{link.id}"
        *alone, within = opened.ask(id_, id_.lower(), id_.replace("-", " "), f"({id_}): x?")
        assert alone == [[wanted]] * 3, "and nothing that only has a word like a part of it"
        assert within[0] == wanted
        begun = [found[:3] for found in opened.ask(id_[:-1], id_[:-2], id_[:-3])]
        assert all(wanted in found for found in begun)
        opened.box.fill(id_)
        told = opened.options.first.locator(".search__text").inner_text().replace("\N{NO-BREAK SPACE}", " ")
        (cell,) = row.css("[data-label]:has([data-state])")
        assert told.startswith(f"{cell.attributes['data-label']}: {text_of(cell)}")
        assert opened.options.first.locator("mark").all_inner_texts()[: id_.count("-") + 1] == id_.split("-")


def test_what_tells_something_comes_before_what_leaves_it_open(opened: Search) -> None:
    """Asked who pays, the modalities stand first of which it is known for somebody, then those of which it is not."""
    site = opened.served.site
    query = "quem paga" if site.name == "portuguese" else "who pays"
    (found,) = opened.ask(query)
    known = {
        site.addresses.modality(each.id): any(
            case.state is not PriceState.UNKNOWN and case.payer != UNKNOWN for case in site.cases(each)
        )
        for each in site.catalogue.modalities
    }
    order = [known[at] for at in dict.fromkeys(href.partition("#")[0] for href in found) if at in known]
    assert set(order) == ({True, False} if site.name == "portuguese" else {True})
    assert order == sorted(order, reverse=True)


def test_any_sign_is_text(opened: Search) -> None:
    """Nothing that is typed is an order to the machine: no error, and what has no word finds nothing."""
    plain = opened.ask(*SIGNS)
    assert [found for sign, found in zip(SIGNS, plain, strict=True) if not re.search(r"\w", sign)] == [
        [] for sign in SIGNS if not re.search(r"\w", sign)
    ]
    first, second = ("quem", "paga") if opened.served.site.name == "portuguese" else ("who", "pays")
    quoted, bare = opened.ask(f'+"{first}"* ~{second}^:', f"{first} {second}")
    assert quoted == bare != []
    (long,) = opened.ask("x" * 5_000)
    assert long == []
    assert opened.errors == []
    opened.box.fill("+*")
    expect(opened.dialog.locator("[data-nothing]")).to_be_visible()
    ways = [way.get_attribute("data-at") for way in opened.dialog.locator("[data-nothing] a").all()]
    assert opened.served.site.addresses.costs in ways
    assert len(ways) > 1


def test_nothing_is_fetched_until_it_is_opened(search: Search) -> None:
    """A reader who does not search pays nothing for the search; one who does, once."""
    site = search.served.site
    search.visit(site.addresses.glossary)
    search.page.wait_for_load_state("networkidle")
    assert search.fetched() == []
    search.open()
    fetched = sorted(path.rpartition("/")[2] for path in search.fetched())
    assert fetched == ["lunr.js", "search.js", "search.json", "search_index.js"]
    search.page.keyboard.press("Escape")
    search.open()
    assert len(search.fetched()) == 4


def test_the_keyboard_is_enough(search: Search) -> None:
    """A key opens it, arrows choose, Enter leads there, Esc gives the focus back to where it was."""
    site = search.served.site
    page, term = search.page, site.catalogue.glossary[0]
    search.visit("404.html")  # shown at any depth, so that its addresses count from the root
    page.get_by_role("link", name=site.word("Glossary"), exact=True).last.focus()
    page.keyboard.press("/")
    expect(search.dialog).to_be_visible()
    expect(search.box).to_be_focused()
    assert search.box.input_value() == ""
    expect(search.box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("/" + term.term)
    expect(search.options.first).to_be_visible()
    expect(search.box).to_have_attribute("aria-expanded", "true")
    assert search.box.get_attribute("aria-activedescendant") is None
    last = search.options.count() - 1
    for key, wanted in (("ArrowDown", 0), ("ArrowUp", last), ("ArrowDown", 0), ("End", last), ("Home", 0)):
        page.keyboard.press(key)
        active = search.box.get_attribute("aria-activedescendant")
        assert search.options.nth(wanted).get_attribute("id") == active, key
        selected = search.dialog.locator("[aria-selected=true]")
        assert (selected.count(), selected.get_attribute("id")) == (1, active)
    expect(search.box).to_be_focused()
    page.keyboard.press("Escape")
    expect(search.dialog).to_be_hidden()
    expect(page.get_by_role("link", name=site.word("Glossary"), exact=True).last).to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.type(term.term)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{site.addresses.glossary}#{term.id}")
    expect(search.button).to_be_visible()
    # Within the page: the dialog gives way to what it led to.
    search.open()
    other = site.catalogue.glossary[1]
    page.keyboard.type(other.term)
    page.keyboard.press("Enter")
    expect(search.dialog).to_be_hidden()
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#{other.id}"
    assert page.evaluate("location.search") == ""


def test_a_key_that_is_typed_into_a_field_is_text(search: Search) -> None:
    """Whoever writes a slash into the simulator means a slash."""
    search.visit(search.served.site.addresses.costs)
    search.page.locator("[data-component=simulator][data-ready]").wait_for()
    field = search.page.locator("main input:not([hidden])").first
    field.wait_for(state="visible")
    field.focus()
    search.page.keyboard.press("/")
    search.page.keyboard.press("Control+k")
    expect(search.dialog).to_be_hidden()
    assert field.input_value() == "/"


@ONE
@pytest.mark.parametrize("focused", ["[type=checkbox]", "select"])
def test_a_key_opens_it_where_nobody_writes(search: Search, focused: str) -> None:
    """From a box that is ticked, or a list that is chosen from, the slash opens the search as from anywhere."""
    search.visit(search.served.site.addresses.comparison)
    search.page.wait_for_selector(".comparison[data-ready]")
    search.page.locator(f"main {focused}:visible").first.focus()
    search.page.keyboard.press("/")
    expect(search.dialog).to_be_visible()


@ONE
def test_a_settled_query_is_announced_once(search: Search) -> None:
    """Who listens hears how many results there are when the typing pauses, not at each letter."""
    site = search.served.site
    clock = search.page.clock
    clock.install()
    search.visit()
    search.open()
    clock.run_for(1000)
    expect(search.dialog.locator("[role=status]")).to_have_text("")
    search.page.evaluate(HEARD)
    clock.pause_at(search.page.evaluate("Date.now()") / 1000 + 60)
    word = site.catalogue.glossary[0].term
    for letter in word:
        search.box.press_sequentially(letter)
        clock.run_for(20)  # more than a frame, in which something could be said
    count = search.options.count()
    assert count > 1
    assert search.page.evaluate("window.heard") == []
    clock.run_for(1000)
    some = site.word("{count} results for “{query}”", count=count, query=word)
    expect(search.dialog.locator("[role=status]")).to_have_text(some)
    search.box.fill("qqqqqqqq")
    clock.run_for(1000)
    none = site.word("Nothing found for “{query}”", query="qqqqqqqq")
    expect(search.dialog.locator("[role=status]")).to_have_text(none)
    assert search.page.evaluate("window.heard") == [some, none]


def test_what_was_found_is_marked(opened: Search) -> None:
    """A result shows why it is one: by the words that stand there, or by the other name that they belong to."""
    portuguese = opened.served.site.name == "portuguese"
    opened.box.fill("consultoria do modulo" if portuguese else "pay-per-call")
    marks = opened.options.first.locator(".search__aside mark")
    assert marks.all_inner_texts() == (["Consultoria", "Módulo"] if portuguese else ["Pay", "per", "Call"])
    # What readers look for may not be so, and is found by its words without a word of them.
    opened.box.fill("suporte gratuito" if portuguese else "without paying")
    assert opened.options.first.locator(".search__aside").count() == 0
    opened.box.fill("<qz>" + ("inconsistencias" if portuguese else "defects"))
    assert opened.options.first.locator("mark").first.inner_text() in ("inconsistência", "defect")


def test_without_javascript_nothing_dead_is_shown(chromium: Browser, served: Served) -> None:
    """There is no box that does not answer, and the glossary is a link away."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address)
    expect(page.locator("[data-search]")).to_be_hidden()
    assert page.get_by_role("combobox").count() == 0
    context.close()


def test_a_search_that_cannot_load_says_so(chromium: Browser, served: Served) -> None:
    """Where the index is not to be had, the dialog says what to do instead, and can be left."""
    page = chromium.new_page()
    page.route("**/search.json", lambda route: route.abort())
    page.goto(served.address)
    page.locator("[data-open]").click()
    expect(page.locator("[data-search] [data-failed]")).to_be_visible()
    page.get_by_role("button", name=served.site.word("Close"), exact=True).click()
    expect(page.locator("[data-search] dialog")).to_be_hidden()
    expect(page.locator("[data-open]")).to_be_focused()
    page.close()
