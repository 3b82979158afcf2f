"""How far a reader has to go: screens of a phone, stops of the keyboard, sheets of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}

SCREENS = {
    "modalidades/suporte-padrao/": 5.0,
    "modalidades/consultoria-do-suporte/": 6.0,
    "modalidades/prime/": 1.5,
    "comparativo/": 8.0,
    "perguntas-em-aberto/": 6.0,
    "solicitantes/cliente/": 4.0,
    "solicitantes/consultor-ams/": 4.0,
}
"""At most so many screens of a phone, before anything that is folded is opened."""

SHEETS = {
    "modalidades/suporte-padrao/": 5,
    "modalidades/consultoria-do-suporte/": 5,
    "modalidades/consultoria-tecnica/": 5,
    "comparativo/": 7,
}
"""At most so many sheets of A4, with all that is folded on the screen."""

STOPS = {"modalidades/consultoria-do-suporte/": 40}
"""At most so many stops of the keyboard from the top of a page to the end of its content."""

RESULTS = {"costs": 3.8, "bill": 2.4}
"""At most so many screens of a phone with any answer of a tool."""

ANSWERS = """() => {
  const { elements } = document.querySelector("[data-component] > .case-form");
  const of = name => [...elements[name].options].map(each => each.value);
  const typed = { minutes: "47", rate: "3,50", billed: "210" };
  const told = [];
  for (const modality of of("modality").filter(Boolean)) for (const requester of of("requester"))
    for (const outcome of of("outcome")) {
      const values = { modality, requester, outcome, ...typed };
      for (const [name, value] of Object.entries(values)) if (elements[name]) elements[name].value = value;
      elements.modality.dispatchEvent(new Event("input", { bubbles: true }));
      told.push([document.documentElement.scrollHeight, JSON.stringify(values)]);
    }
  return told;
}"""
"""Give how tall the page is with the answer to every case, for which a time and a rate were typed."""

UP_TO_THE_END = """() => {
  const main = document.querySelector("main .guide");
  const stops = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  return [...stops].filter(each => each.tabIndex >= 0 && !each.disabled
    && each.checkVisibility({ visibilityProperty: true })
    && (main.contains(each) || each.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING)).length;
}"""


@pytest.fixture(scope="module")
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    made = phone.new_page()
    yield made
    made.close()


def visit(page: Page, guide: Served, address: str) -> None:
    page.goto(guide.address + address, wait_until="networkidle")


@pytest.mark.parametrize("address", SCREENS)
def test_a_page_is_so_many_screens_long_at_most(page: Page, guide: Served, address: str) -> None:
    """The answer is where a reader looks: what comes second is folded, and no page grows long unseen."""
    visit(page, guide, address)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height / PHONE["height"] <= SCREENS[address] + 0.05, height


@pytest.mark.parametrize("kind", RESULTS)
def test_an_answer_is_so_many_screens_long_at_most(page: Page, guide: Served, kind: str) -> None:
    """Whatever the case, the answer and what to do come first, and what comes second is folded."""
    visit(page, guide, guide.site.addresses.at(kind))
    height, case = max(page.evaluate(ANSWERS))
    assert height / PHONE["height"] <= RESULTS[kind], case


def test_a_recommendation_is_three_screens_long_at_most(page: Page, guide: Served) -> None:
    """Whatever was answered, what to ask for, its price and why come first, and what else there is is folded."""
    visit(page, guide, guide.site.addresses.finder)
    questions = guide.site.catalogue.finder.questions
    ways = product(*(("-", *(answer.id for answer in question.answers)) for question in questions))
    who = guide.site.catalogue.requesters[0].id
    queries = [
        "&".join(f"{question.id}={answer}" for question, answer in zip(questions, way, strict=True))
        for way in ways
    ]
    heights = page.evaluate(
        """queries => queries.map(query => {
          history.replaceState(null, "", `?${query}`);
          dispatchEvent(new PopStateEvent("popstate"));
          return [document.documentElement.scrollHeight, query];
        })""",
        [f"{query}&requester={who}" for query in queries],
    )
    height, query = max(heights)
    assert height / PHONE["height"] <= 3.0, query


@pytest.mark.parametrize("address", STOPS)
def test_the_end_of_a_page_is_so_many_stops_away_at_most(page: Page, guide: Served, address: str) -> None:
    """Who goes by the keyboard is not stopped at every mark: what is folded has none, and a row has one."""
    visit(page, guide, address)
    assert page.evaluate(UP_TO_THE_END) <= STOPS[address]


@pytest.mark.parametrize("address", SHEETS)
def test_a_page_is_so_many_sheets_at_most(page: Page, guide: Served, address: str) -> None:
    """Whoever files a page with a contract files few sheets, and nothing that was folded is missing there."""
    visit(page, guide, address)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 0 < len(sheets) <= SHEETS[address]
