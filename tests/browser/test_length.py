"""How far a reader has to go: screens of a phone, stops of the keyboard, sheets of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
