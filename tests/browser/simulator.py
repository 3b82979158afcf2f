"""The tools that ask for a case, as a person uses them: chooses, types, reads the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self

from playwright.sync_api import BrowserContext, Page

from generator import pricing
from generator.catalogue.modalities import Modality
from tests.browser.conftest import Served

READY = "[data-component][data-ready]:has(> .case-form)"

RECORDER = """() => {
  window.said = [];
  const region = document.querySelector("[data-component]:has(> .case-form) [data-announce]");
  new MutationObserver(() => region.textContent && window.said.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true });
}"""

UNFOLD = "document.querySelectorAll('[data-component] details').forEach(each => { each.open = true; })"

SET = """values => {
  const form = document.querySelector("[data-component] > .case-form");
  for (const each of form.querySelectorAll("select, input")) each.value = values[each.name] ?? "";
  form.elements.modality.dispatchEvent(new Event("input", { bubbles: true }));
}"""


class Tool:
    """A tool of a page that a browser has open."""

    kind: str

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.served = served

    @classmethod
    def open(cls, where: BrowserContext, served: Served, query: str = "", width: int = 1280) -> Self:
        page = where.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        made = cls(page, served)
        made.visit(query)
        return made

    def visit(self, query: str = "") -> None:
        self.page.goto(f"{self.served.address}{self.served.site.addresses.at(self.kind)}{query}")
        self.page.wait_for_selector(READY)

    def choose(self, **values: str) -> None:
        for name, value in values.items():
            self.page.select_option(f"[name={name}]", value)

    def type(self, **texts: str) -> None:
        for name, text in texts.items():
            self.page.fill(f"[name={name}]", text)

    def set(self, values: Mapping[str, str]) -> None:
        """Set every choice at once, as the address does; what is left out is not known."""
        self.page.evaluate(SET, dict(values))

    def unfold(self) -> None:
        """Open all that is folded in the tool."""
        self.page.evaluate(UNFOLD)

    def note(self, name: str) -> str:
        return squeezed(self.page.inner_text(f"[data-note={name}]"))

    def record(self) -> None:
        """Begin to note what a screen reader is told, by a clock that can be put forward."""
        self.page.clock.install()
        self.page.evaluate(RECORDER)

    def said(self) -> list[str]:
        """Give what was told since, and forget it; what waits for a pause has had one."""
        self.page.clock.run_for(1200)
        found: list[str] = self.page.evaluate("window.said.splice(0)")
        return [squeezed(each) for each in found]


class Simulator(Tool):
    """The simulator."""

    kind = "costs"

    def headlines(self, cases: Iterable[Mapping[str, str]]) -> list[str]:
        """Set one case after the other, and give the headline of each."""
        found = self.page.evaluate(
            f"""cases => cases.map(values => {{
              ({SET})(values);
              return document.querySelector(".simulator__headline").innerText;
            }})""",
            [dict(values) for values in cases],
        )
        return [squeezed(text) for text in found]

    @property
    def headline(self) -> str:
        return squeezed(self.page.inner_text(".simulator__headline"))

    @property
    def state(self) -> str:
        classes = self.page.get_attribute(".simulator__headline", "class") or ""
        return classes.partition("tone--")[2]

    def lines(self, part: str) -> list[str]:
        self.unfold()
        found = self.page.locator(f".simulator__part--{part} :is(li, p)")
        return [squeezed(text) for text in found.all_inner_texts()]


class Bill(Tool):
    """The check of a charge."""

    kind = "bill"

    @property
    def verdict(self) -> str:
        """What is said in one sentence, without the mark of an inference."""
        told = squeezed(self.page.inner_text(".bill__verdict h2"))
        return told.removesuffix(f" ({self.served.site.word('inference')})")

    @property
    def tone(self) -> str:
        return (self.page.get_attribute(".bill__verdict", "class") or "").partition("tone--")[2]

    @property
    def sentences(self) -> list[str]:
        return [squeezed(text) for text in self.page.locator(".bill__verdict p").all_inner_texts()]

    @property
    def message(self) -> str:
        return squeezed(self.page.inner_text(".bill__text"))


def charged(tool: Tool) -> tuple[Modality, dict[str, str]]:
    """Give a modality that charges time, and a case in which it does."""
    site = tool.served.site
    for modality in site.catalogue.modalities:
        if pricing.traits(site.catalogue.pricing_rule[modality.pricing]).by_time:
            for case in site.cases(modality):
                if (
                    case.state == "charged"
                    and case.payer == site.catalogue.requester[case.case["requester"]].party
                ):
                    return modality, case.case
    raise AssertionError("no modality charges time")


def rate_of(tool: Tool) -> str:
    return "3,50" if tool.served.site.name == "portuguese" else "3.50"


def squeezed(text: str) -> str:
    return " ".join(text.split())
