"""Every example of every component: sound HTML in which text stays text, that fits a phone and keeps nobody out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from generator.i18n import words
from generator.wording.script_messages import messages, speakers
from tests.browser.test_axe import examined
from tests.catalogues import PORTUGUESE_GUIDE
from tests.components import gallery
from tests.components.declared import calls, components, declared
from tests.components.examples import TEXTS, Example, Renderer, every_example, examples

RENDERER = Renderer()
TOKENS = PORTUGUESE_GUIDE / "content" / "assets" / "tokens.css"
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
POINTERS = ("aria-controls", "aria-describedby", "aria-labelledby", "aria-owns", "for", "headers")


@dataclass
class Written(HTMLParser):
    """The tags of a piece of HTML as they are written, nothing mended; and what is wrong with how they are nested."""

    tags: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    pointers: set[str] = field(default_factory=set)
    classes: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = tuple(name for name, _ in attrs)
        self.tags.append((tag, names))
        if len(set(names)) < len(names):
            self.wrong.append(f"<{tag}> has an attribute twice")
        for name, value in attrs:
            self.ids += [value or ""] if name == "id" else []
            self.classes += (value or "").split() if name == "class" else []
            self.pointers |= set((value or "").split()) if name in POINTERS else set()
            self.text.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@cache
def written(example: Example) -> Written:
    made = Written()
    made.feed(RENDERER.render(example))
    made.close()
    return made


@cache
def shown_gallery() -> str:
    return gallery.gallery(TOKENS)


each_example = pytest.mark.parametrize("component", components())


def of(component: str) -> Iterator[tuple[Example, Written]]:
    return ((each, written(each)) for each in examples(component))


@each_example
def test_a_component_is_shown_with_all_its_macros(component: str) -> None:
    """A component has examples of each macro that is called from elsewhere, and hostile ones, each with a sentence."""
    told = examples(component)
    within = {each.macro for each in calls() if each.place.startswith(f"components/{component}/")}
    macros = declared(component).macros.keys()
    assert {each.macro for each in told if not each.hostile} >= macros - within | macros & {component}
    assert any(each.hostile for each in told)
    assert all(re.fullmatch(r"[A-Z].*\.", each.name) for each in told)
    assert len({each.name for each in told}) == len(told)


@each_example
def test_html_is_sound_as_it_is_written(component: str) -> None:
    """Each tag is closed in its place, and a browser finds the very elements that are written: it mends nothing."""
    for example, seen in of(component):
        assert (seen.wrong, seen.open) == ([], []), example.name
        body = LexborHTMLParser(f"<!doctype html><body>{RENDERER.render(example)}").body
        assert body is not None
        found = [(node.tag, tuple(node.attributes)) for node in body.css("*")][1:]
        assert [(tag, tuple(name.lower() for name in names)) for tag, names in found] == seen.tags, (
            example.name
        )


@each_example
def test_ids_are_unique_and_what_points_to_one_finds_it(component: str) -> None:
    """No id stands twice in an example, and each label and description that is pointed to is there."""
    for example, seen in of(component):
        assert sorted(seen.ids) == sorted(set(seen.ids)), example.name
        assert seen.pointers <= set(seen.ids), example.name


@each_example
def test_no_class_is_the_themes(component: str) -> None:
    """A component is no part of a theme: it stands as well under any other."""
    for example, seen in of(component):
        assert [name for name in seen.classes if name.startswith("md-")] == [], example.name


@each_example
def test_text_stays_text(component: str) -> None:
    """What looks like code makes no element and no attribute; it is read letter by letter as it was given."""
    looked_at = 0
    for example, seen in of(component):
        if not example.texts:
            continue
        assert "".join(TEXTS[example.texts].split()) in "".join("".join(seen.text).split()), example.name
        if example.texts == "markup":
            looked_at += 1
            assert seen.tags == written(example.saying("Plain")).tags, example.name
    assert looked_at


def test_hostile_examples_differ_in_kind() -> None:
    """Each component is shown with a word without end, with code, one letter, from right to left, and at length."""
    for component in components():
        assert {each.texts for each in examples(component)} >= set(TEXTS), component


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """The whole gallery, on a phone."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    opened = context.new_page()
    opened.set_content(shown_gallery())
    opened.locator("#show-day").check()
    yield opened
    context.close()


# A region that scrolls may hold what is wider than it; what is clipped on purpose is shown to no eye.
BEYOND = """() => {
  const beyond = [];
  const wide = (one) => one.matches("svg") || getComputedStyle(one).display === "table";
  for (const example of document.querySelectorAll("[data-shown]")) {
    if (!example.checkVisibility()) continue;
    const edge = example.getBoundingClientRect().right;
    for (const each of [example, ...example.querySelectorAll("*")]) {
      if (each.closest("svg") || getComputedStyle(each).display === "inline") continue;
      const region = each.closest("section[tabindex]");
      const scrolls = region && [...region.querySelectorAll("svg, table")].some(wide);
      if (scrolls && (each !== region || each.getBoundingClientRect().right <= edge)) continue;
      const { clientWidth, scrollWidth, tagName, className } = each;
      if (clientWidth < 2 || scrollWidth <= clientWidth + 1) continue;
      beyond.push(`${example.dataset.shown} <${tagName} class="${className}"> ${scrollWidth} > ${clientWidth}`);
    }
  }
  return beyond;
}"""


@pytest.mark.browser
def test_nothing_is_wider_than_its_box_on_a_phone(page: Page) -> None:
    """At 320 px nothing sticks out of its box, whatever it says; only a region that scrolls may hold more."""
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.browser
@pytest.mark.parametrize(("shown", "width"), [("#show-day", 1280), ("#show-night", 320)])
def test_nothing_is_found_in_the_gallery(page: Page, shown: str, width: int) -> None:
    """No rule of WCAG 2.2 AA and no best practice is broken by any example, by day or night, wide or narrow."""
    page.set_viewport_size({"width": width, "height": 640})
    page.locator(shown).check()
    # More of the same is neither better nor worse, and of the texts, those without end change the most.
    few = '[data-crowded], [data-texts]:not([data-texts=""], [data-texts="endless"])'
    page.add_style_tag(content=f"{few if width == 320 else '[data-crowded]'} {{ display: none }}")
    # Only in a gallery are there as many regions of one name as there are examples.
    found = [each for each in examined(page) if not each.startswith("landmark-unique:")]
    assert found == []


def test_every_example_is_in_the_gallery() -> None:
    """The page for looking shows each example twice, and no id of it twice."""
    seen = LexborHTMLParser(shown_gallery())
    labels = [each.label for each in every_example()]
    shown = [node.attributes["data-shown"] or "" for node in seen.css("[data-shown]")]
    assert sorted(shown) == sorted(2 * labels)
    found = [node.attributes["id"] for node in seen.css("[id]")]
    assert len(set(found)) == len(found)


@each_example
def test_the_gallery_tells_what_a_component_is_given(component: str) -> None:
    """Each parameter stands there with its type and its sentence, and so does each word of a script."""
    (told,) = LexborHTMLParser(shown_gallery()).css(f'section[aria-labelledby="{component}"] .gallery__given')
    rows = [[cell.text() for cell in row.css("th, td")] for row in told.css("tbody tr")]
    for macro, parameters in declared(component).macros.items():
        for each in parameters:
            left_out = "never" if each.needed else json.dumps(each.default)
            assert [macro, each.name, str(each.type), left_out, each.about] in rows
    if component in speakers():
        assert [node.text() for node in told.css("dd")][-1] == [*messages(words("en"), component).values()][
            -1
        ]
