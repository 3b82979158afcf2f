"""Text of the catalogue never becomes markup: whatever hostile words stand in it, pages show them and do nothing.

The checks refuse most of these words. Here the checks are passed by, so that pages and scripts stand on their own, and
the policy of the pages is lifted in the browser, so that it hides nothing either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Dialog
from pydantic import BaseModel

from generator.linter.runner import examine_file
from generator.publish import build as building
from tests.browser.conftest import Served, serving, until
from tests.browser.test_pages import addresses, visit
from tests.catalogues import PORTUGUESE, PORTUGUESE_GUIDE

pytestmark = pytest.mark.browser

HOSTILE = (
    """ </script><script>hit=1</script><!-- <script>hit=1</script> --><img src=x onerror="hit=1"><svg onload=hit=1>"""
    """ " autofocus onfocus="hit=1" style="--hit:1" x=" ' onmouseover='hit=1' {{ 7 * 191919 }} {% if 1 %}"""
    """ [click](javascript:hit=1) ![y](x"onerror="hit=1) <javascript:hit=1> [z]: javascript:hit=1"""
    """ {: onclick="hit=1" } </title></style></textarea><a href=javascript:hit=1>a</a> &lt;script&gt;"""
    """ ``` ~~~ | # * _ \\ ]]> %(hit)s {hit} \u2028"""
)
"""Ends every element, comment, string and attribute that it could stand in, and begins whatever could do harm."""

SHOWN = '<script>hit=1</script><!-- <script>hit=1</script> --><img src=x onerror="hit=1">'
"""A part of it without signs of inline Markdown: it must be read on the page as it was written."""

_NO_TEXT = re.compile(r"[a-z0-9-]+|[A-Z0-9]{1,8}|[a-z]{2}-[A-Z]{2}|https?://\S+")


class Poison:
    """Puts the hostile words into every text of a catalogue, and remembers which fields had one."""

    def __init__(self) -> None:
        self.fields: set[str] = set()

    def __call__(self, value: Any, field: str = "") -> Any:
        if isinstance(value, BaseModel):
            names = type(value).model_fields
            made = value.model_copy(
                update={name: self(getattr(value, name), f"{type(value).__name__}.{name}") for name in names}
            )
            for name in set(made.__dict__) - set(names):
                del made.__dict__[name]  # what was worked out from the good texts
            return made
        if isinstance(value, tuple):
            return tuple(self(each, field) for each in value)
        if isinstance(value, dict):
            return {key: self(each, field) for key, each in value.items()}
        if type(value) is str and not _NO_TEXT.fullmatch(value):
            self.fields.add(field)
            return value + HOSTILE
        return value


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The guide, made of a catalogue that is hostile in every text, and served."""
    poison = Poison()
    folder = tmp_path_factory.mktemp("hostile") / "site"
    with pytest.MonkeyPatch.context() as patch:
        examined = examine_file(PORTUGUESE, PORTUGUESE.name)
        hostile = examined._replace(catalogue=poison(examined.catalogue), diagnostics=())
        patch.setattr(building, "examine_file", lambda *_: hostile)
        config = load_config(str(PORTUGUESE_GUIDE / "mkdocs.yml"), site_dir=str(folder))
        build(config)
        config.plugins.on_shutdown()
    assert len(poison.fields) > 40, sorted(poison.fields)
    with serving(SimpleNamespace(folder=folder)) as made:  # type: ignore[arg-type]
        yield made


FOREIGN = """() => [
  ...document.querySelectorAll("img, base, iframe, object, embed, style, [onclick], [onload], [onerror], [onfocus]"),
  ...document.querySelectorAll("a[href^=javascript i], [style*='--hit'], [onmouseover]"),
  ...document.querySelectorAll("[autofocus]:not([role=combobox])"),
  ...[...document.querySelectorAll("script:not([src], [type='application/ld+json'])")].slice(1),
  ...[...document.querySelectorAll("script[src]")].slice(1),
].map(each => each.outerHTML.slice(0, 120))"""
"""Elements that no page of ours has, and scripts beyond the two that each has."""

DATA = """() => [...document.querySelectorAll("script[type='application/ld+json']")]
  .map(each => JSON.parse(each.text))"""


def test_hostile_texts_are_shown_and_do_nothing(chromium: Browser, poisoned: Served) -> None:
    """On every page: no dialog, no script of theirs runs, no element of theirs is made, and the words can be read."""
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    dialogs: list[str] = []
    errors: list[str] = []

    def seen(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", seen)
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    alone = [path.name for path in poisoned.site.folder.glob("*.html")]
    pages = [*addresses(poisoned), *(name for name in alone if name != "index.html")]
    for address in pages:
        visit(page, poisoned, address)
        until(page, "!document.querySelector('[data-waits]')")
        # The guide as one file has its style sheet in itself.
        assert [each for each in page.evaluate(FOREIGN) if not each.startswith("<style>")] == [], address
        page.evaluate(DATA)  # fails where a text has ended or swallowed a block of data
        text = page.evaluate("document.documentElement.textContent")
        assert "1343433" not in text, address  # no line of a catalogue has this number
        assert SHOWN in text or address == "catalogo", address
        assert page.evaluate("'hit' in window") is False, address
    assert dialogs == errors == []
    context.close()


def test_hostile_texts_come_inert_through_the_tools(chromium: Browser, poisoned: Served) -> None:
    """What finder, search and simulator write from the data is text as well, down to the last answer."""
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    visit(page, poisoned, "escolher")
    answer = page.locator("[data-component=finder] button:visible")
    answer.first.wait_for()
    for _ in range(3):
        answer.first.click()
    assert SHOWN in page.locator("[data-component=finder]").inner_text()
    assert page.evaluate(FOREIGN) == []
    page.keyboard.press("/")
    page.locator("dialog [role=combobox]").fill("script")
    assert SHOWN[:16] in page.locator("dialog [role=option]").first.inner_text()
    assert page.evaluate(FOREIGN) == []
    visit(page, poisoned, "custos")
    page.locator("[data-component=simulator] .case-form").wait_for()
    for choice in page.locator("[data-component=simulator] select:visible").all():
        choice.select_option(index=1)
    assert SHOWN in page.locator("[data-component=simulator]").inner_text()
    assert page.evaluate(FOREIGN) == []
    assert page.evaluate("'hit' in window") is False
    context.close()
