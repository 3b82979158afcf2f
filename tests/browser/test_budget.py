"""What a reader on an old phone has to load, and what moves while it loads."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

MOST_BYTES = 120_000
"""Compressed as by a plain server: gzip, and not the tightest."""
MOST_STYLES = 20_000
"""Of that, all style sheets of a page together, the theme's with ours."""
MOST_OF_THE_THEME = 4_500
MOST_REQUESTS = 12
MOST_WITH_TOOLS = 16
"""Of a page with a tool: its modules are plain files, which come side by side."""
PHONE = {"width": 390, "height": 844}

SHIFTED = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@dataclass
class Load:
    """What the first visit to a page took."""

    files: dict[str, int]
    shifted: float

    @property
    def size(self) -> int:
        return sum(self.files.values())


def load(chromium: Browser, served: Served, address: str) -> Load:
    """Visit a page with an empty cache; size in bytes by address."""
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda each: responses.append(each))  # noqa: PLW0108 - Playwright needs a function of Python
    page.goto(served.address + address, wait_until="networkidle")
    shifted = page.evaluate(SHIFTED)
    files = {
        urlsplit(each.url).path: len(gzip.compress(each.body(), 6)) if each.ok else 0 for each in responses
    }
    assert len(files) == len(responses), "something was fetched twice"
    context.close()
    return Load(files, shifted)


def kinds(served: Served) -> list[str]:
    """One page of each kind; of the second guide those that differ most with their catalogue."""
    at, catalogue = served.site.addresses, served.site.catalogue
    modality = max(catalogue.modalities, key=lambda each: len(served.site.cases(each)))
    if served.site.name != "portuguese":
        return [at.modality(modality.id), at.comparison, at.costs]
    return ["", at.modality(modality.id), at.finder, at.comparison, at.costs, at.bill, at.sources]


@pytest.fixture(scope="module")
def loads(chromium: Browser, served: Served) -> dict[str, Load]:
    return {address: load(chromium, served, address) for address in kinds(served)}


def test_a_first_visit_is_small(served: Served, loads: dict[str, Load]) -> None:
    """Every kind of page loads at most 120 kB and twelve files, a few more for a tool; nobody searched yet."""
    assert {address: each.size for address, each in loads.items() if each.size > MOST_BYTES} == {}
    at = served.site.addresses
    tools = (at.finder, at.comparison, at.costs, at.bill)
    for address, each in loads.items():
        most = MOST_WITH_TOOLS if address in tools else MOST_REQUESTS
        assert len(each.files) <= most, (address, list(each.files))


def test_styles_are_a_small_part(loads: dict[str, Load]) -> None:
    """At most 20 kB are style sheets, and of the theme's no more than what our pages can match, 4.5 kB."""
    for address, each in loads.items():
        styles = {path: size for path, size in each.files.items() if path.endswith(".css")}
        (theme,) = (size for path, size in styles.items() if path.startswith("/assets/theme."))
        assert theme <= MOST_OF_THE_THEME, address
        assert sum(styles.values()) <= MOST_STYLES, address


def test_nothing_moves_while_a_page_loads(loads: dict[str, Load]) -> None:
    """No part of a page is pushed away by what comes later."""
    assert {address: each.shifted for address, each in loads.items() if each.shifted} == {}


def test_the_measure_measures(loads: dict[str, Load]) -> None:
    """A page, its styles and its scripts are counted: none of them comes for nothing."""
    for each in loads.values():
        kinds_seen = {path.rpartition(".")[2] for path in each.files}
        assert {"css", "js"} <= kinds_seen
        assert each.size > 10_000
