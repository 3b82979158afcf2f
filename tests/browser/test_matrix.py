"""The comparison's tools: what stands side by side, for whom, where it differs; any screen, keyboard, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as BrowserPage

from generator.catalogue.modalities import Access
from tests.browser.conftest import ONE, Served
from tests.site.site import MARK, text_of
from tests.site.test_matrix import Compared, compared

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 800}


class Comparison:
    """The page in a browser, beside the table that it was built with."""

    def __init__(self, page: BrowserPage, served: Served) -> None:
        self.page = page
        self.site = served.site
        self.address = served.address + served.site.addresses.comparison
        self.table = Compared(served.site.page(served.site.addresses.comparison))
        self.modalities = [each.id for each in compared(served.site)]
        self.rows = {row.node.attributes["data-row"] or "": row for row in self.table.rows}

    def open(self, query: str = "", size: dict[str, int] | None = None) -> None:
        self.page.set_viewport_size(size or WIDE)  # type: ignore[arg-type]
        self.page.goto("about:blank")  # an address that differs behind its # only would load nothing
        self.page.goto(self.address + query)
        self.page.wait_for_selector(".comparison[data-ready]")

    @property
    def query(self) -> str:
        found: str = self.page.evaluate("location.search")
        return found

    @property
    def status(self) -> Locator:
        return self.page.locator(".comparison__status")

    def shown_columns(self) -> list[str]:
        return list(dict.fromkeys(self.ids("thead [data-modality]", "modality")))

    def shown_rows(self) -> list[str]:
        """Return the rows that are not left out, folded or not."""
        script = (
            """parts => parts.filter((part) => !part.closest("[hidden]")).map((part) => part.dataset.row)"""
        )
        found: list[str] = self.page.locator("[data-row]").evaluate_all(script)
        return found

    def unfold(self) -> None:
        self.page.evaluate("document.querySelectorAll('.fold').forEach((fold) => { fold.open = true; })")

    def ids(self, selector: str, name: str) -> list[str]:
        script = "(parts, name) => parts.filter((part) => part.checkVisibility()).map((part) => part.dataset[name])"
        found: list[str] = self.page.locator(selector).evaluate_all(script, name)
        return found

    def said(self, columns: int, rows: int) -> str:
        return self.site.word(
            "Shown: {shown} of {all} modalities, {rows} of {all_rows} rows.",
            shown=columns,
            all=len(self.modalities),
            rows=rows,
            all_rows=len(self.rows),
        )

    def box(self, modality: str) -> Locator:
        return self.page.locator(f"input[name=modality][value='{modality}']")

    def differing(self, modalities: list[str], *, known: bool = True) -> list[str]:
        """Return the rows in which some modalities do not all say the same, and each something, as the page was built.

        Not ``known`` are those in which they would differ, if not one of them said nothing at all.
        """
        found = []
        for key, row in self.rows.items():
            cells = [row.node.css_first(f"td[data-modality='{each}']") for each in modalities]
            silent = [cell for cell in cells if cell and text_of(cell) == self.site.word("Not told")]
            if len({text_of(cell) for cell in cells if cell}) > 1 and (not silent) == known:
                found.append(key)
        return found


@pytest.fixture(scope="module")
def comparison(chromium: Browser, served: Served) -> Iterator[Comparison]:
    """One page for all tests of a site; each opens it anew at an address of its own."""
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    yield Comparison(context.new_page(), served)
    context.close()


def test_modalities_are_chosen_to_stand_side_by_side(comparison: Comparison) -> None:
    """A modality that is not chosen has no cell in any row; the choice is counted, and found again by its address."""
    at, first, last = comparison, comparison.modalities[0], comparison.modalities[-1]
    at.open()
    assert at.shown_columns() == at.modalities
    expect(at.status).to_have_text(at.said(len(at.modalities), len(at.rows)))
    at.page.locator("summary").first.click()
    at.page.get_by_role("button", name=at.site.word("Choose none"), exact=True).click()
    assert at.shown_columns() == []
    expect(at.status).to_contain_text(at.site.word("Choose at least one modality."))
    assert at.query == "?modality="
    at.box(last).check()
    at.box(first).check()
    wanted = [each for each in at.modalities if each in (first, last)]
    assert at.shown_columns() == wanted
    assert set(at.ids("td", "modality")) == set(wanted)
    at.unfold()
    assert set(at.ids("td", "modality")) == set(wanted)
    widths = at.page.locator("[scope=rowgroup]").evaluate_all("heads => heads.map((head) => head.colSpan)")
    assert set(widths) == {3}
    expect(at.status).to_have_text(at.said(2, len(at.rows)))
    # What the table is called is as true of some modalities as of all.
    title = at.site.word("Modalities side by side")
    expect(at.page.locator("caption").first).to_have_text(at.site.word("Comparison: {title}", title=title))
    at.open(at.query)
    assert at.shown_columns() == wanted
    # Folded as the choices are, what they come to stands there by name.
    names = [at.site.catalogue.modality[id_].name for id_ in wanted]
    expect(at.page.locator("summary").first).to_contain_text(", ".join(names), use_inner_text=True)
    at.page.get_by_role("button", name=at.site.word("Clear the choices")).click()
    expect(at.page.locator("summary [data-few]")).to_be_hidden()
    assert at.shown_columns() == at.modalities
    assert at.query == ""


def test_only_the_differences(comparison: Comparison) -> None:
    """Just the rows stay in which the modalities shown all say something, and not all the same.

    What not all of them tell is one folded line that names the rows; no group stands without a row, and what was folded
    is open.
    """
    at = comparison
    few = at.modalities[:2]
    at.open(f"?modality={'.'.join(few)}")
    at.page.get_by_label(at.site.word("Only the differences")).check()
    rows = at.differing(few)
    assert at.shown_rows() == rows
    assert 0 < len(rows) < len(at.rows)
    assert at.ids("[data-row]", "row") == rows, "what was folded is open"
    groups = list(dict.fromkeys(at.rows[key].group for key in rows))
    shown = at.page.locator("[scope=rowgroup]:visible, .fold:visible summary :is(h2, h3)")
    assert [each.removesuffix("¶").strip() for each in shown.all_inner_texts()] == groups
    for fold in at.page.locator(".fold:visible").all():
        all_, here = (fold.locator(f"[data-row]{state}").count() for state in ("", ":visible"))
        told = at.site.word("{shown} of {all} rows", shown=here, all=all_)
        whole = at.site.words.ngettext("%(num)s row", "%(num)s rows", all_) % {"num": all_}
        wanted = told if here < all_ else whole
        expect(fold.locator(".fold__hint")).to_have_text(wanted)
    untold = at.differing(few, known=False)
    line = at.page.locator("[data-silent]")
    expect(line.locator("p")).to_be_hidden()
    line.locator("summary").click()
    expect(line.locator("p")).to_have_text("; ".join(at.rows[key].heading for key in untold))
    expect(line.locator("summary")).to_contain_text(str(len(untold)))
    assert at.query == f"?modality={'.'.join(few)}&differences=1"
    expect(at.status).to_have_text(at.said(2, len(rows)))
    at.open("?differences=1")
    assert at.shown_rows() == at.differing(at.modalities)
    at.open(f"?modality={few[0]}&differences=1")
    assert at.shown_rows() == list(at.rows)
    hint = "Differences show once two modalities stand side by side."
    expect(at.status).to_contain_text(at.site.word(hint))


def test_an_inference_is_no_difference(comparison: Comparison) -> None:
    """Where two modalities say the same, of one only by an inference, they do not differ."""
    at = comparison
    for pair in combinations(at.modalities, 2):
        alike = set(at.rows) - set(at.differing(list(pair)))
        cells = (
            [at.rows[key].node.css_first(f"td[data-modality='{each}']") for each in pair] for key in alike
        )
        if any(bool(here.css(MARK)) != bool(there.css(MARK)) for here, there in cells):
            at.open(f"?modality={'.'.join(pair)}&differences=1")
            assert at.shown_rows() == at.differing(list(pair))
            return
    pytest.fail("no two modalities are alike but for a mark")


def test_who_asks_sees_what_concerns_them(comparison: Comparison) -> None:
    """Rows and entries about others only are hidden; a modality that is closed to them stays, and says so."""
    at, catalogue = comparison, comparison.site.catalogue
    at.open()
    for who in catalogue.requesters:
        at.page.get_by_label(at.site.word("Who asks"), exact=True).select_option(who.id)
        others = {
            f"{kind}-{each.id}"
            for kind in ("payer", "access")
            for each in catalogue.requesters
            if each is not who
        }
        assert at.shown_rows() == [key for key in at.rows if key not in others]
        shown = at.page.locator("td li[data-requesters]:visible")
        assert all(
            who.id in concerned.split()
            for concerned in shown.evaluate_all("items => items.map((item) => item.dataset.requesters)")
        )
        closed = [each for each in at.modalities if catalogue.stands[each][who.id].state is Access.DENIED]
        assert at.ids("thead [data-closed]", "modality") == closed
        word = at.site.access_word(Access.DENIED)
        shown_words = at.page.locator("thead [data-closed] .state:visible").all_inner_texts()
        assert shown_words == [word] * len(closed)
        assert at.shown_columns() == at.modalities
        assert at.query == f"?requester={who.id}"


@ONE
def test_a_row_and_a_column_are_highlighted_by_real_buttons(comparison: Comparison) -> None:
    """By keyboard too; both are told by more than a colour, kept in the address, and taken back by a second press.

    A row that is folded is unfolded where an address marks it.
    """
    at = comparison
    key, modality = list(at.rows)[2], at.site.catalogue.modality[at.modalities[1]]
    at.open()
    row = at.page.locator(f"[data-row='{key}']")
    row.get_by_role("button").press("Enter")
    pin = at.page.get_by_role(
        "button", name=at.site.word("Highlight {modality}", modality=modality.name)
    ).first
    pin.press("Space")
    assert at.query == f"?row={key}&column={modality.id}"
    at.open(at.query)
    expect(row.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(pin).to_have_attribute("aria-pressed", "true")
    assert at.page.locator("tr[data-marked]").count() == 1
    assert at.page.locator("td[data-marked]").count() == len(at.rows)
    assert row.locator("th").evaluate("head => getComputedStyle(head).boxShadow") != "none"
    # Each cell is read with the name of its column, without that of the button.
    heading = at.page.get_by_role("columnheader", name=modality.name, exact=True)
    expect(heading).to_have_count(1)
    row.get_by_role("button").click()
    pin.click()
    assert at.query == ""
    assert at.page.locator("[data-marked]").count() == 0
    last = list(at.rows)[-1]
    at.open()
    expect(at.page.locator(f"[data-row='{last}']")).to_be_hidden()
    at.open(f"?row={last}")
    expect(at.page.locator(f"[data-row='{last}']")).to_be_visible()


def test_what_an_address_names_wrongly_is_left_out_and_said(comparison: Comparison) -> None:
    """Unknown names change nothing, are told once, and leave the address; ids of old are understood."""
    at = comparison
    at.open(f"?modality={at.modalities[0]}.ghost&requester=nobody&colour=red&row=x")
    assert at.shown_columns() == at.modalities[:1]
    names = "requester=nobody, colour=red, row=x, modality=ghost"
    told = "The address named something that this guide does not know; it was left out: {names}."
    expect(at.status).to_contain_text(at.site.word(told, names=names))
    assert at.query == f"?modality={at.modalities[0]}"
    at.open("?modality=ghost")
    assert at.shown_columns() == at.modalities
    for each in at.site.catalogue.modalities:
        for old in each.earlier_ids:
            at.open(f"?modality={old}&column={old}")
            assert at.shown_columns() == [each.id]
            assert at.ids("thead [data-marked]", "modality") == [each.id]


@ONE
def test_back_brings_back_what_was_chosen(comparison: Comparison) -> None:
    """Who follows a link and comes back finds the same choice, and a change does not fill the history."""
    at = comparison
    at.open()
    before = at.page.evaluate("history.length")
    at.page.get_by_label(at.site.word("Only the differences")).check()
    assert at.page.evaluate("history.length") == before
    at.page.locator("thead a").first.click()
    at.page.wait_for_url(lambda url: at.site.addresses.modality(at.modalities[0]) in url)
    at.page.go_back()
    at.page.wait_for_selector(".comparison[data-ready]")
    assert at.shown_rows() == at.differing(at.modalities)


@ONE
def test_paper_says_what_it_leaves_out(comparison: Comparison) -> None:
    """On A4 on its side, heading row on each sheet; what is filtered out is told there, and there only."""
    at, catalogue = comparison, comparison.site.catalogue
    who = catalogue.requesters[0]
    few = at.modalities[1:]
    at.open(f"?modality={'.'.join(few)}&requester={who.id}&differences=1")
    told = at.page.locator("[data-printed]")
    expect(told).to_be_hidden()
    at.page.emulate_media(media="print")
    expect(told).to_be_visible()
    text = told.inner_text()
    others = [
        f"{kind}-{each.id}"
        for kind in ("payer", "access")
        for each in catalogue.requesters
        if each is not who
    ]
    untold = int(at.page.locator("[data-silent] summary span").inner_text() or 0)
    alike = len(at.rows) - len(others) - len(at.shown_rows()) - untold
    wanted = [
        at.site.word("the modalities {names}", names=catalogue.modality[at.modalities[0]].name),
        at.site.word("what concerns other requesters only ({requester} asks)", requester=who.name),
    ]
    if alike:
        same = "rows in which the modalities shown say the same: {number}"
        wanted.insert(1, at.site.word(same, number=alike))
    if untold:
        left = "rows in which not all of the modalities shown tell: {number}"
        wanted.insert(-1, at.site.word(left, number=untold))
    assert text == at.site.word("Not on this paper: {what}.", what="; ".join(wanted))
    expect(at.page.locator(".comparison__tools:visible")).to_have_count(0)
    display = at.page.locator("thead").first.evaluate("head => getComputedStyle(head).display")
    assert display == "table-header-group"
    at.page.emulate_media(media="null")
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", at.page.pdf(prefer_css_page_size=True))
    assert sheets
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {(842, 595)}
    at.open()
    assert told.text_content() == ""
    hidden = catalogue.modality[at.modalities[0]].name
    at.open(f"?modality={'.'.join(few)}&column={at.modalities[0]}")
    assert (told.text_content() or "").count(hidden) == 1, "what is not on the paper is not highlighted there"
    row, name = others[0], at.rows[others[0]].heading
    at.open(f"?row={row}")
    assert name in (told.text_content() or "")
    at.open(f"?row={row}&requester={who.id}")
    assert name not in (told.text_content() or "")


def test_the_link_is_copied(chromium: Browser, guide: Served) -> None:
    """What is pasted is the address of the choice; that is seen and said once, beside what the table shows."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = Comparison(context.new_page(), guide)
    page.open("?differences=1")
    shown = page.status.inner_text()
    page.page.get_by_role("button", name=page.site.word("Copy the link")).click()
    said = page.page.get_by_role("status").filter(has_text=page.site.word("Copied."))
    expect(said).to_have_count(1)
    expect(said).to_have_class("visually-hidden")
    expect(page.page.locator(".copy")).to_contain_text(page.site.word("Copied."))
    assert page.status.inner_text() == shown
    assert page.page.evaluate("navigator.clipboard.readText()") == f"{page.address}?differences=1"
    context.close()
