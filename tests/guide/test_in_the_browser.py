"""The published guide in Chromium: every tool works with its catalogue, and no page of it does what it should not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from benchmarks.lighthouse import kinds
from generator.answers.quote_text import render
from generator.decisions import finder
from generator.decisions.finder import Leaf
from generator.i18n import words
from generator.pricing.quote import quote
from generator.pricing.table import OUTCOME, REQUESTER
from tests.browser.conftest import Served
from tests.browser.finder import Tool
from tests.browser.simulator import Simulator, squeezed
from tests.browser.test_axe import SETTINGS, Screens, examined, screens, woken
from tests.browser.test_budget import loads, test_a_first_visit_is_small
from tests.browser.test_finder import tool
from tests.browser.test_matrix import Comparison, comparison
from tests.browser.test_pages import WIDTHS, visit, walk
from tests.browser.test_search import Search, opened
from tests.search.queries import astray, read

__all__ = ["comparison", "loads", "opened", "screens", "test_a_first_visit_is_small", "tool"]

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).with_name("queries.txt")
FEW = 3
"""So many results a reader sees without looking for more."""


def test_the_finder_recommends_something_whatever_is_answered_first(tool: Tool) -> None:
    """Whoever begins with any of the first answers comes to what the catalogue recommends, and is told why."""
    tree = finder.tree(tool.finder)
    first = [] if isinstance(tree, Leaf) else [answer for answers, _ in tree.ways for answer in answers]
    for answer in first:
        tool.open()
        answers: dict[str, str | None] = {}
        while (question := finder.advise(tool.finder, answers).next) is not None:
            answers[question] = tool.question(question).answers[0].id if answers else answer
            tool.page.click(f".finder__answers [data-answer='{answers[question]}']")
        tool.holds(finder.advise(tool.finder, answers))


@pytest.fixture
def simulator(window: BrowserContext, served: Served) -> Iterator[Simulator]:
    """The simulator of the page of costs."""
    made = Simulator.open(window, served)
    yield made
    made.page.close()


def test_the_simulator_answers_for_each_modality_and_requester(simulator: Simulator) -> None:
    """Whoever asks for whatever is told, of one case and with the outcome open, what `guia quote` says."""
    catalogue = simulator.served.site.catalogue
    language = words(catalogue.guide.language)
    for modality in catalogue.modalities:
        cases = {case.case[REQUESTER]: case.case for case in simulator.served.site.cases(modality)}
        asked = [
            known
            for case in cases.values()
            for known in (case, {name: value for name, value in case.items() if name != OUTCOME})
        ]
        shown = simulator.headlines({"modality": modality.id, "minutes": "46", **known} for known in asked)
        for known, headline in zip(asked, shown, strict=True):
            told = render(catalogue, quote(catalogue, modality, known, minutes=46), language)
            assert headline == squeezed(told.splitlines()[0]), (modality.id, known)


def test_the_comparison_shows_what_is_chosen(comparison: Comparison) -> None:
    """A modality can stand alone, and each requester sees what concerns them, and nothing of the others."""
    last = comparison.modalities[-1]
    comparison.open(f"?modality={last}")
    assert comparison.shown_columns() == [last]
    comparison.open()
    choice = comparison.page.get_by_label(comparison.site.word("Who asks"), exact=True)
    everybody = [each.id for each in comparison.site.catalogue.requesters]
    for who in everybody:
        choice.select_option(who)
        shown = comparison.shown_rows()
        assert [each for each in everybody if f"access-{each}" in shown] == [who]
        assert comparison.shown_columns() == comparison.modalities


def test_the_search_finds_each_modality_by_its_name(opened: Search) -> None:
    """By its name, and by each that it had before, whoever looks for a modality sees it without looking for more."""
    site = opened.served.site
    named = [
        (name, site.addresses.modality(each.id))
        for each in site.catalogue.modalities
        for name in (each.name, *(earlier.name for earlier in each.earlier_names))
    ]
    found = opened.ask(*(name for name, _ in named))
    assert [
        (name, hrefs[:FEW])
        for (name, address), hrefs in zip(named, found, strict=True)
        if address not in [href.partition("#")[0] for href in hrefs[:FEW]]
    ] == []


def test_what_people_type_finds_the_right_page_first(opened: Search) -> None:
    """Each line of `queries.txt` holds: what it says must come first does."""
    queries = read(QUERIES)
    wrong = astray(queries, opened.ask(*(query.text for query in queries)))
    # Read by a writer, who is to mend it without any Python.
    assert not wrong, "\n".join(
        ["Mude tests/guide/queries.txt, ou `searched_as` no catálogo, onde a busca não acha:", *wrong]
    )


def test_nothing_keeps_anybody_out(screens: Screens, served: Served) -> None:
    """On one page of each kind, and on those written by hand, axe finds nothing, each in another setting."""
    found: list[str] = []
    for number, address in enumerate([*kinds(served.site.catalogue), *served.site.written_by_hand()]):
        setting = SETTINGS[number % len(SETTINGS)]
        page = screens.page(setting)
        visit(page, served, address.strip("/"))
        woken(page, setting)
        found += [f"{address} {setting}: {each}" for each in examined(page)]
    assert found == []


def test_every_page_behaves(window: BrowserContext, served: Served) -> None:
    """No page scrolls a phone sideways, asks another host, fails in the console or does what its policy forbids."""
    tour = walk(window, served, [min(WIDTHS)])
    assert (tour.wide, tour.foreign, tour.errors, tour.violations) == ({}, [], [], [])
