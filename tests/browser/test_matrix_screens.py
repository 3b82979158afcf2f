"""The comparison on screens of any size: the page scrolls, headings stay in sight, and a phone shows two columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

from tests.browser.conftest import ONE
from tests.browser.test_matrix import Comparison, comparison

__all__ = ["comparison"]

pytestmark = pytest.mark.browser

STUCK = """() => {
  const bar = document.querySelector("header").getBoundingClientRect().bottom;
  const head = document.querySelector(".matrix thead [data-modality]:not([hidden])");
  const { left, top, bottom } = head.getBoundingClientRect();
  const shown = document.elementFromPoint(left + 20, (top + bottom) / 2)?.closest("thead")?.tagName;
  return { below: Math.round(top - bar), shown, low: bottom < innerHeight / 4 };
}"""


@ONE
@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1366, 768)])
def test_the_page_scrolls_and_headings_stay_in_sight(comparison: Comparison, width: int, height: int) -> None:
    """No box scrolls in the page, and nothing sideways; the heads stand below the bar, in a quarter of the screen."""
    at = comparison
    at.open(size={"width": width, "height": height})
    top = "document.querySelector('.matrix').getBoundingClientRect().top"
    at.page.evaluate(f"scrollTo(0, scrollY + {top} + 300)")
    assert at.page.evaluate(STUCK) == {"below": 0, "shown": "THEAD", "low": True}
    assert at.page.evaluate("document.documentElement.scrollWidth") <= width
    overflow = at.page.locator(".matrix-box").evaluate_all(
        "boxes => boxes.map((box) => getComputedStyle(box).overflow)"
    )
    assert set(overflow) == {"visible"}


@ONE
def test_a_table_takes_the_whole_of_a_wide_screen(comparison: Comparison) -> None:
    """Nothing but a margin is left beside it, and the bar above begins and ends with it."""
    at = comparison
    at.open(size={"width": 1920, "height": 1080})
    edges = (
        "part => { const { left, right } = part.getBoundingClientRect(); return [left, innerWidth - right] }"
    )
    before, after = at.page.locator(".matrix-box").first.evaluate(edges)
    assert before == after < 40
    assert at.page.locator(".search__open").evaluate(edges)[1] == after


COVERED = """() => {
  const part = document.activeElement, table = part.closest(".matrix");
  if (!table || part.closest("thead")) return null;
  const head = table.querySelector("thead th:last-child").getBoundingClientRect();
  const { top, bottom } = part.getBoundingClientRect();
  if (top >= head.bottom - 1 && bottom <= innerHeight + 1) return null;
  return `${part.textContent.trim()} at ${[top, bottom, head.bottom].map(Math.round)}`;
}"""


@ONE
def test_what_has_focus_is_never_beneath_a_heading(comparison: Comparison) -> None:
    """Forwards and backwards by keyboard, and where an address leads to a row, which may be folded."""
    at = comparison
    at.open(size={"width": 768, "height": 700})
    at.unfold()
    at.page.locator("thead a").first.focus()
    covered = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(2 * len(at.modalities) + 14):
            at.page.keyboard.press(key)
            if found := at.page.evaluate(COVERED):
                covered.append(f"{key}: {found}")
        at.page.locator("tbody button").nth(14).focus()
    assert covered == []
    row = list(at.rows)[-1]
    at.open(f"#matrix-{row}", size={"width": 768, "height": 700})
    at.page.locator(f"#matrix-{row} button").focus()
    assert at.page.evaluate(COVERED) is None


@ONE
def test_a_phone_shows_two_side_by_side_of_the_reader_s_choice(comparison: Comparison) -> None:
    """Each column has a choice of its own, kept in the address; who chooses what stands beside changes both over."""
    at = comparison
    first, second, third = at.modalities[:3]
    phone = {"width": 390, "height": 844}
    at.open(size=phone)
    assert at.shown_columns() == [first, second]
    assert at.query == ""
    left, right = (
        at.page.get_by_label(at.site.word("Modality in column {number}", number=number)) for number in (1, 2)
    )
    expect(at.page.locator(".comparison__choose")).to_be_hidden()
    left.select_option(third)
    assert at.shown_columns() == [third, second]
    assert at.query == f"?modality={third}.{second}"
    left.select_option(second)
    assert at.shown_columns() == [second, third]
    expect(right).to_have_value(third)
    at.open(at.query, size=phone)
    assert at.shown_columns() == [second, third]
    row = at.page.locator("[data-row='price-word']")
    heading, *values = (each.bounding_box() for each in row.locator("th, td:visible").all())
    assert heading
    boxes = [each for each in values if each]
    assert len({round(each["y"]) for each in boxes}) == 1, "side by side"
    assert boxes[0]["y"] >= heading["y"] + heading["height"] - 1, "below what they are about"
    assert abs(boxes[0]["width"] - boxes[1]["width"]) < 2
    at.open(at.query)
    assert at.shown_columns() == [second, third], "the same on a wide screen"


@contextmanager
def tree(page: BrowserPage) -> Iterator[list[dict[str, Any]]]:
    session = page.context.new_cdp_session(page)
    yield [node for node in session.send("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    session.detach()


def test_a_phone_ties_each_value_to_both_headings(comparison: Comparison) -> None:
    """At 320 pixels nothing goes sideways; eyes see both headings at each value, and a screen reader finds a table."""
    at = comparison
    at.open(size={"width": 320, "height": 640})
    assert at.page.evaluate("document.documentElement.scrollWidth") <= 320
    at.unfold()
    last = list(at.rows)[-1]
    at.page.locator(f"[data-row='{last}'] td:visible").last.scroll_into_view_if_needed()
    stuck = """row => {
      const head = row.closest("table").querySelector("thead").getBoundingClientRect();
      const bar = document.querySelector("header").getBoundingClientRect();
      return head.top >= bar.bottom - 1 && head.bottom < innerHeight;
    }"""
    assert at.page.locator(f"[data-row='{last}']").evaluate(stuck)
    with tree(at.page) as nodes:
        roles = [node["role"]["value"] for node in nodes]
        names = {node["name"]["value"] for node in nodes if node["role"]["value"] == "columnheader"}
    tables, shown = len(at.table.tables), at.shown_columns()
    groups = [row for table in at.table.tables for row in table.node.css("[scope=rowgroup]")]
    assert roles.count("table") == tables
    assert roles.count("columnheader") == tables * (len(shown) + 1)
    assert roles.count("rowheader") == len(at.rows) + len(groups)
    assert roles.count("cell") + roles.count("gridcell") == len(at.rows) * len(shown)
    assert {at.site.catalogue.modality[each].name for each in shown} <= names
