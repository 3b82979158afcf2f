"""What customers come for, done as they do it on a phone, from the home page: in so many steps, and so few screens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from generator.catalogue.pricing_rules import PriceState
from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

HEIGHT = 844
"""Of a phone that is 390 pixels wide."""

STANDARD, PAID, BOOKED, ON_SITE, OFFER = (
    "suporte-padrao",
    "consultoria-do-suporte",
    "consultoria-tecnica",
    "consultoria-in-loco",
    "prime",
)

BOTTOM = "element => element.getBoundingClientRect().bottom + scrollY"
TOP = "element => element.getBoundingClientRect().top"


class Walk:
    """A reader on the way to an answer, and what it has cost so far.

    A step is something that is chosen, typed or followed; a screen is one of 390 × 844 pixels that has to be scrolled
    before a step is seen, or the answer.
    """

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.served = served
        self.site = served.site
        self.steps = 0
        self.scrolled = 0.0
        page.goto(served.address)

    def seen(self, what: Locator) -> Locator:
        """Look for something: whatever of it lies below the screen is scrolled to."""
        expect(what).to_be_visible()
        below = float(what.evaluate(f"element => ({TOP})(element) + 40")) - HEIGHT
        if below > 0:
            self.scrolled += below / HEIGHT
            what.evaluate("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })")
        return what

    def follow(self, name: str, where: str = "main", ready: str = "h1") -> None:
        """Follow a link that is called so; the page that it leads to is waited for."""
        self.go(self.page.locator(where).get_by_role("link", name=name, exact=True).first, ready)

    def enter(self, kind: str, ready: str = "h1") -> None:
        """Follow the first link to a page of this kind."""
        address = f"{self.served.address}{self.site.addresses.at(kind)}"
        links = self.page.locator("main a[href]")
        where = links.evaluate_all("(links, to) => links.findIndex(each => each.href === to)", address)
        assert where >= 0, f"no link leads to {address}"
        self.go(links.nth(where), ready)

    def go(self, link: Locator, ready: str) -> None:
        at = self.page.url
        self.seen(link).click()
        self.page.wait_for_url(lambda url: url != at)
        self.page.wait_for_selector(ready)
        self.steps += 1

    def press(self, name: str) -> None:
        self.seen(self.page.locator("main").get_by_role("button", name=name, exact=True).first).click()
        self.steps += 1

    def choose(self, **values: str) -> None:
        for name, value in values.items():
            self.seen(self.page.locator(f"select[name={name}]")).select_option(value)
            self.steps += 1

    def type(self, **texts: str) -> None:
        for name, text in texts.items():
            self.seen(self.page.locator(f"input[name={name}]")).fill(text)
            self.steps += 1

    def answer(self, id_: str) -> None:
        """Give an answer of the finder."""
        self.seen(self.page.locator(f".finder__answers [data-answer='{id_}']")).click()
        self.steps += 1

    def open(self, anchor: str) -> None:
        """Open what is folded under a heading."""
        self.seen(self.page.locator(f"details:has(> summary #{anchor}) > summary")).click()
        self.steps += 1

    def name(self, modality: str) -> str:
        return self.site.catalogue.modality[modality].name

    def symptom(self, id_: str) -> str:
        return next(each.text for each in self.site.catalogue.finder.symptoms if each.id == id_)

    def cost(self, steps: int, screens: float) -> None:
        """Hold what it has cost to what it may."""
        assert self.steps <= steps
        assert self.scrolled <= screens, round(self.scrolled, 2)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.fixture
def walk(window: BrowserContext, guide: Served) -> Iterator[Walk]:
    page = window.new_page()
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    yield Walk(page, guide)
    page.close()


@contextmanager
def phone(chromium: Browser, guide: Served, **named: object) -> Iterator[Walk]:
    """A phone of its own: with permissions, or without scripts."""
    context = chromium.new_context(viewport={"width": 390, "height": HEIGHT}, **named)  # type: ignore[arg-type]
    yield Walk(context.new_page(), guide)
    context.close()


FINDER = ".finder[data-ready]"
TOOL = "[data-component][data-ready]:has(> .case-form)"


def test_a_crash_that_happens_only_here(walk: Walk) -> None:
    """One answer after what was noticed leads to what to ask for, and what it comes to stands under it."""
    walk.follow(walk.symptom("so-acontece-aqui"), ready=FINDER)
    walk.answer("ja-analisado")
    expect(walk.page.locator(".finder__title")).to_contain_text(walk.name(PAID))
    walk.seen(walk.page.locator("#finder-who")).select_option("cliente")
    walk.steps += 1
    told = walk.seen(walk.page.locator(".finder__sentence"))
    expect(told).to_contain_text("Depende")
    walk.cost(steps=3, screens=0.1)


def test_a_question_about_the_product(walk: Walk) -> None:
    """Who has a doubt and can wait is led to what is not charged, before anything that is."""
    walk.follow(walk.symptom("tenho-duvida"), ready=FINDER)
    walk.answer("pode-esperar")
    walk.answer("tem-equipe")
    expect(walk.page.locator(".finder__title")).to_contain_text(walk.name(STANDARD))
    walk.seen(walk.page.locator("#finder-who")).select_option("cliente")
    walk.steps += 1
    expect(walk.seen(walk.page.locator(".finder__sentence"))).to_have_class(re.compile("tone--free"))
    walk.cost(steps=4, screens=0.1)


def test_somebody_is_wanted_on_site(walk: Walk) -> None:
    """The page of that modality is one step away, and says within a screen more how to ask for it."""
    walk.follow(walk.symptom("alguem-no-local"))
    expect(walk.page.locator("h1")).to_have_text(walk.name(ON_SITE))
    walk.seen(walk.page.locator(".journey__step").first)
    walk.cost(steps=1, screens=1)


def test_the_bill_of_a_consultant(walk: Walk) -> None:
    """A consultant who was billed reads who pays, from the choice of the case alone."""
    walk.enter("bill", ready=TOOL)
    walk.choose(modality=PAID, requester="consultor-ams", outcome="sem-inconsistencia")
    party = walk.site.catalogue.party[walk.site.catalogue.requester["consultor-ams"].billed]
    expect(walk.seen(walk.page.locator(".bill__verdict"))).to_contain_text(party.name, ignore_case=True)
    walk.cost(steps=4, screens=0.1)


def test_a_bill_of_47_minutes_at_3_50(walk: Walk) -> None:
    """It is held against the guide's own count, and the verdict stands on the screen on which it was typed."""
    walk.enter("bill", ready=TOOL)
    walk.choose(modality=PAID, requester="cliente", outcome="sem-inconsistencia")
    walk.type(minutes="47", rate="3,50", billed="164,50")
    verdict = walk.seen(walk.page.locator(".bill__verdict"))
    expect(verdict).to_have_class(re.compile("tone--free"))
    expect(verdict).to_contain_text("164,50")
    walk.cost(steps=7, screens=0.3)


def test_whether_i_pay_if_nothing_is_found(walk: Walk) -> None:
    """Each way in which an analysis ends has its price on the first screens of the modality's page."""
    walk.follow(walk.name(PAID))
    outcome = next(each for each in walk.site.catalogue.outcomes if each.id == "sem-inconsistencia")
    row = walk.page.get_by_role("row").filter(has_text=outcome.name).first
    expect(walk.seen(row)).to_contain_text(walk.site.price_word(PriceState.CHARGED), ignore_case=True)
    walk.cost(steps=1, screens=1.2)


def test_two_are_compared_and_shared(chromium: Browser, guide: Served) -> None:
    """What was chosen on one phone stands side by side on another, which opens the link that was sent."""
    with phone(chromium, guide, permissions=["clipboard-read", "clipboard-write"]) as walk:
        walk.enter("comparison", ready=".comparison[data-ready]")
        first = walk.page.get_by_label(walk.site.word("Modality in column {number}", number=1))
        walk.seen(first).select_option(BOOKED)
        walk.steps += 1
        walk.press(walk.site.word("Copy the link"))
        walk.page.wait_for_selector(".copy__told:not(:empty)")
        sent = walk.page.evaluate("navigator.clipboard.readText()")
        walk.cost(steps=3, screens=0.6)
    with phone(chromium, guide) as other:
        other.page.goto(sent)
        other.page.wait_for_selector(".comparison[data-ready]")
        heads = other.page.locator("thead [data-modality]:visible")
        expect(heads.first).to_have_attribute("data-modality", BOOKED)
        other.seen(other.page.locator("[data-row='price-word']"))
        assert other.scrolled <= 0.1


def test_what_to_send(chromium: Browser, guide: Served) -> None:
    """One button at the top of the modality's page copies it."""
    with phone(chromium, guide, permissions=["clipboard-read", "clipboard-write"]) as walk:
        walk.follow(walk.name(PAID))
        walk.press(walk.site.word("Copy what to send"))
        walk.page.wait_for_selector(".copy__told:not(:empty)")
        assert len(walk.page.evaluate("navigator.clipboard.readText()").splitlines()) >= 3
        walk.cost(steps=2, screens=0.1)


def test_what_to_look_for_before_agreeing(walk: Walk) -> None:
    """From the modality's page one link leads to what the document has to say, and the whole of it can be copied."""
    walk.follow(walk.name(PAID))
    before = walk.site.addresses.at("agreement", "aceite")
    walk.go(walk.page.locator(f"main a[href$='{before}']").first, "h1")
    walk.seen(walk.page.get_by_role("button").filter(has_text=walk.site.word("Copy as text")).first)
    walk.cost(steps=2, screens=3)


def test_money_back(walk: Walk) -> None:
    """Who types a word that no source knows is led to the question that the guide does not answer."""
    walk.page.locator("[data-search] [data-open]").click()
    walk.page.locator("[data-search] [role=combobox]").fill("desconto")
    walk.steps += 2
    option = walk.page.get_by_role("option").first
    expect(option).to_be_visible()
    option.click()
    walk.steps += 1
    walk.page.wait_for_url(lambda url: walk.site.addresses.open_questions in url)
    walk.seen(walk.page.locator(":target"))
    walk.cost(steps=3, screens=0.1)


def test_one_sheet_for_the_manager(walk: Walk) -> None:
    """The summary is one step away, and one sheet of paper."""
    walk.enter("summary")
    walk.seen(walk.page.locator("table").first)
    assert len(re.findall(rb"/Type\s*/Page[^s]", walk.page.pdf(format="A4"))) == 1
    walk.cost(steps=1, screens=1)


def test_a_consultant_without_scripts(chromium: Browser, guide: Served) -> None:
    """Who may ask for what, and who pays, is told by their own page, two steps away."""
    with phone(chromium, guide, java_script_enabled=False) as walk:
        walk.page.locator(".shell-bar__menu").click()
        walk.steps += 1
        walk.go(walk.page.locator(f"#__menu a[href='{walk.site.addresses.requesters}']"), "h1")
        walk.follow(next(each.name for each in walk.site.catalogue.requesters if each.id == "consultor-ams"))
        walk.seen(walk.page.get_by_role("row").filter(has_text=walk.name(PAID)).first)
        walk.cost(steps=3, screens=1.4)
