"""What readers use works in Firefox as well: a look at each tool, as Chromium gets all the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Served
from tests.browser.firefox import NONE, Firefox, find, running

pytestmark = pytest.mark.browser

ESCAPE, ENTER, DOWN = "\ue00c", "\ue007", "\ue015"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    program = find()
    if program is None:
        pytest.skip(NONE)
    with running(program) as made:
        yield made


@pytest.fixture(autouse=True)
def no_errors(firefox: Firefox) -> Iterator[None]:
    """No page tells an error, which a violation of its policy is too; each test begins on a large screen."""
    firefox.resize(1280, 900)
    firefox.errors.clear()
    yield
    assert firefox.errors == []


def test_the_menu_and_the_theme(firefox: Firefox, guide: Served) -> None:
    """On a phone the menu opens, leads to a page and is closed there; the theme is switched and stays."""
    firefox.resize(390, 844)
    firefox.goto(guide.address)
    firefox.click(".shell-bar__menu")
    firefox.until("document.querySelector('#__menu').matches(':popover-open')")
    firefox.press(ESCAPE)
    firefox.until("!document.querySelector('#__menu').matches(':popover-open')")
    firefox.click(".shell-bar__menu")
    firefox.click("#__menu .menu__item--1:nth-child(2) > a")
    there = f"location.pathname === '/{guide.site.addresses.modalities}'"
    firefox.until(f"{there} && document.readyState === 'complete'")
    assert firefox.evaluate("document.querySelector('#__menu').matches(':popover-open')") is False
    firefox.click("[data-theme-switch]")
    firefox.goto(guide.address)
    assert firefox.evaluate("document.documentElement.dataset.theme") in ("light", "dark")


def test_the_search(firefox: Firefox, guide: Served) -> None:
    """A slash opens it, a name is found letter by letter, and Enter leads there."""
    modality = guide.site.catalogue.modalities[0]
    firefox.goto(guide.address)
    firefox.press("/")
    firefox.until("document.querySelector('.search__dialog').open")
    firefox.press(*modality.name)
    firefox.until("document.querySelectorAll('[role=option]').length > 0")
    firefox.press(DOWN, ENTER)
    firefox.until(f"location.pathname === '/{guide.site.addresses.modality(modality.id)}'")


def test_the_finder(firefox: Firefox, guide: Served) -> None:
    """Answer by answer it comes to a result, and keeps the answers in the address."""
    firefox.goto(guide.address + guide.site.addresses.finder)
    firefox.until("document.querySelector('.finder[data-ready]') !== null")
    for question in range(1, len(guide.site.catalogue.finder.questions) + 1):
        firefox.click(".finder [data-answer]")
        firefox.until(f"location.search.split('=').length > {question}")
        if not firefox.evaluate("document.querySelector('.finder__answers')"):
            break
    shown = firefox.evaluate("document.querySelector('.finder').innerText")
    assert any(each.name in shown for each in guide.site.catalogue.modalities)


def test_the_simulator(firefox: Firefox, guide: Served) -> None:
    """What is chosen and typed becomes an answer, and the same address gives it again."""
    modality = guide.site.catalogue.modalities[0].id
    firefox.goto(guide.address + guide.site.addresses.costs)
    firefox.until("document.querySelector('[data-component=simulator][data-ready]') !== null")
    headline = "document.querySelector('.simulator__headline').textContent"
    asked = firefox.evaluate(headline)
    firefox.choose("[data-component=simulator] [name=modality]", modality)
    firefox.until(f"{headline} !== {asked!r} && location.search.includes({modality!r})")
    told = firefox.evaluate(headline)
    firefox.goto(firefox.evaluate("location.href"))
    firefox.until("document.querySelector('.simulator__headline') !== null")
    assert firefox.evaluate(headline) == told


def test_the_comparison(firefox: Firefox, guide: Served) -> None:
    """Only the differences are fewer rows than all, and the address keeps the choice."""
    rows = "[...document.querySelectorAll('[data-row]')].filter(each => each.checkVisibility()).length"
    firefox.goto(guide.address + guide.site.addresses.comparison)
    firefox.until("document.querySelector('.comparison[data-ready]') !== null")
    whole = firefox.evaluate(rows)
    firefox.click(".comparison__tools input[type=checkbox]:not([name=column])")
    firefox.until("location.search !== ''")
    assert 0 < firefox.evaluate(rows) <= whole


def test_a_mark_opens_its_note(firefox: Firefox, guide: Served) -> None:
    """A mark opens its facts beside it, and Escape closes them."""
    firefox.goto(guide.address + guide.site.addresses.modality(guide.site.catalogue.modalities[0].id))
    firefox.click("main [data-cites]")
    firefox.until("document.querySelector('.note-box') !== null")
    firefox.press(ESCAPE)
    firefox.until("document.querySelector('.note-box') === null")
