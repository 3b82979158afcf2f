"""The finder as a person uses it: answers, changes an answer, reads what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

from generator.catalogue.finder import FinderRow, Question
from generator.decisions import finder
from generator.decisions.finder import Branch, Leaf
from generator.wording.contacts import in_doubt
from generator.wording.inline_markdown import plain
from tests.browser.conftest import Served
from tests.browser.simulator import UNFOLD
from tests.site.site import squeeze

RECORD = """
window.heard = [];
addEventListener("DOMContentLoaded", () => {
  for (const region of document.querySelectorAll("main :is([role=status], [aria-live])")) {
    window.regions = (window.regions ?? []).concat(region.textContent);
    new MutationObserver(() => region.textContent && window.heard.push(region.textContent))
      .observe(region, { childList: true, characterData: true, subtree: true });
  }
  document.querySelector(".finder")?.addEventListener("focusin", ({ target }) => {
    if (target.matches("h2")) window.heard.push(`focus: ${target.textContent}`);
  });
});
"""


class Tool:
    """The finder of one page, and what a reader does with it."""

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.site = served.site
        self.address = f"{served.address}{served.site.addresses.finder}"
        self.finder = served.site.catalogue.finder

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.address}{query}")
        self.page.wait_for_selector(".finder[data-ready]")

    def go(self, query: str) -> None:
        """Come to an address as Back and Forward do: without loading the page again."""
        self.page.evaluate(
            "q => { history.pushState(null, '', q); dispatchEvent(new PopStateEvent('popstate')); }", query
        )

    def question(self, id_: str) -> Question:
        return next(each for each in self.finder.questions if each.id == id_)

    @property
    def title(self) -> str:
        return squeeze(self.page.locator(".finder__title").inner_text())

    @property
    def query(self) -> str:
        return str(self.page.evaluate("location.search"))

    def asked(self) -> str | None:
        shown = self.page.locator(".finder__answers")
        return shown.get_attribute("data-question") if shown.count() else None

    def press_answer(self, value: str | None) -> None:
        """From the heading on, by Tab to an answer and by Enter."""
        for _ in range(20):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.dataset.answer") == (value or "-"):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"{value} is not reached by Tab")

    def enter(self) -> None:
        """Come to the first question by Tab, from the top of the page."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.dataset.answer !== undefined"):
                self.page.keyboard.press("Shift+Tab")
                return
        raise AssertionError("no answer is reached by Tab")

    def press(self, *answers: str | None) -> None:
        for answer in answers:
            self.press_answer(answer)

    def again(self) -> None:
        """By Tab past all links of a result, to the button that starts again."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.dataset.again !== undefined"):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError("the start is not reached by Tab")

    def names(self, row: FinderRow) -> list[str]:
        return [self.site.catalogue.modality[id_].name for id_ in row.recommend]

    def heading_of(self, advice: finder.Advice) -> str:
        if advice.next:
            return self.question(advice.next).text
        if advice.deciding:
            return self.site.word("It depends: {count} results are possible", count=len(advice.recommended))
        return self.site.word("What to ask for: {modality}", modality=self.names(advice.rows[0])[0])

    def holds(self, advice: finder.Advice) -> None:
        """What is shown is what Python advises."""
        assert self.title == squeeze(self.heading_of(advice))
        assert self.asked() == advice.next
        self.unfold()
        text = squeeze(self.page.locator(".finder").inner_text())
        if advice.next:
            progress = self.site.word(
                "Question {number} (up to {most})", number=len(advice.answers) + 1, most=advice.most
            )
            assert progress in text
            return
        for row in advice.rows:
            assert squeeze(plain(row.reason)) in text
            assert all(name in text for name in self.names(row))
        if advice.deciding:
            decides = self.question(advice.deciding)
            told = self.site.word("What decides: “{question}”", question=decides.text)
            assert told in text
            if decides.if_unknown:
                now = f"{self.site.word('What to do now')}: {squeeze(plain(decides.if_unknown.text))}"
                assert now in text[: text.index(told)], "what can be done comes first"
            ways = self.page.locator(".finder__list").first.locator("dd")
            assert ways.evaluate_all(
                """all => all.map(dd => [...(dd.querySelector("ul")?.children ?? [dd])]
                  .map(way => [...way.querySelectorAll(".signed__name")].map(name => name.textContent)))"""
            ) == [
                [self.names(row) for row in {each.recommend: each for each in then.rows}.values()]
                for then in (
                    finder.advise(self.finder, {**advice.answers, decides.id: answer.id})
                    for answer in decides.answers
                )
            ]
        else:
            self.holds_whom_to_ask(advice.rows[0])
        for near in advice.nearby:
            answers = "; ".join(
                answer.text for answer in self.question(near.question).answers if answer.id in near.answers
            )
            start = self.site.word(
                "With the answer “{answer}” to “{question}”:",
                answer=answers,
                question=self.question(near.question).text,
            )
            assert start in text

    def unfold(self) -> None:
        self.page.evaluate(UNFOLD)

    def holds_whom_to_ask(self, row: FinderRow) -> None:
        """Whoever is in doubt is told whom to ask, with the facts."""
        catalogue = self.site.catalogue
        contact = catalogue.contact[catalogue.modality[row.recommend[0]].contact]
        told = squeeze(in_doubt(catalogue, self.site.words, contact.id))
        (item,) = (
            each for each in self.page.locator(".finder li").all() if told in squeeze(each.inner_text())
        )
        cited = item.locator("a").evaluate_all("marks => marks.map(each => each.dataset.cites)")
        assert cited == [" ".join(contact.facts)]


@contextmanager
def using(where: Browser | BrowserContext, served: Served) -> Iterator[Tool]:
    """The finder in a page that logs nothing."""
    page = where.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.add_init_script(RECORD)
    yield Tool(page, served)
    assert faults == []
    page.close()


def paths(tree: Branch | Leaf) -> Iterator[tuple[str, ...]]:
    """Give every way through the tree, answer by answer."""
    if isinstance(tree, Leaf):
        yield ()
        return
    for answers, below in tree.ways:
        for answer in answers:
            for rest in paths(below):
                yield (answer, *rest)
