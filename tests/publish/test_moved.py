"""An address that people kept leads on: each earlier id of an entry that has a page has a page of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.i18n import words
from generator.linter.examples import SMALLEST
from generator.linter.runner import examine
from generator.publish import moved
from generator.publish.build import Build
from generator.publish.site_files import Beside
from generator.rendering import environment
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide


@cache
def _whole() -> WholeGuide:
    text = SMALLEST.read_text(encoding="utf-8")
    for was, now in (
        ("{id: workshop, name: Workshop,", "{id: workshop, earlier_ids: shed, name: Workshop & more,"),
        ("  - id: repair\n", "  - id: repair\n    earlier_ids: [mend, fix]\n"),
        ("  - id: owner\n", "  - id: owner\n    earlier_ids: keeper\n"),
    ):
        assert text.count(was) == 1
        text = text.replace(was, now)
    catalogue = examine(SourceFile("modalities.yaml", text)).catalogue
    assert catalogue is not None
    return WholeGuide(catalogue, words("pt-BR"), lambda _path: (1, 1))


def _files() -> dict[str, str]:
    return dict(moved.files(_whole(), "https://example.org/guide/"))


def test_every_kind_of_entry_with_a_page_leads_on() -> None:
    """Groups, modalities and requesters: one page for each id that one of them had."""
    assert sorted(_files()) == [
        "modalidades/fix/index.html",
        "modalidades/mend/index.html",
        "modalidades/shed/index.html",
        "solicitantes/keeper/index.html",
    ]


def test_a_page_leads_on_without_a_script() -> None:
    """It is refreshed to the page of today, has a link for whom that does not work, and no search engine keeps it."""
    page = LexborHTMLParser(_files()["modalidades/fix/index.html"])
    refresh = page.css_first('meta[http-equiv="refresh"]')
    assert refresh is not None
    assert refresh.attributes["content"] == "0; url=../repair/"
    assert [each.attributes["href"] for each in page.css("main a")] == ["../repair/"]
    assert [each.attributes["href"] for each in page.css('link[rel="canonical"]')] == [
        "https://example.org/guide/modalidades/repair/"
    ]
    assert page.css_first('meta[name="robots"][content="noindex"]')
    assert page.css_first('meta[http-equiv="Content-Security-Policy"]')
    assert not page.css("script")


ENTRIES = """\
glossary:
  - {id: cafe, earlier_ids: [bar, pub], term: Café, definition: A place to wait., facts: lamps}
open_questions:
  - {id: ready, earlier_ids: done, question: When?, status: Nobody knows., ask: counter, facts: lamps}
parties:
"""


def test_an_anchor_of_old_is_beside_that_of_today() -> None:
    """On each page on which an entry has one: terms, questions, modalities and what is asked of them."""
    text = SMALLEST.read_text(encoding="utf-8").replace("parties:\n", ENTRIES)
    text = text.replace("  - id: repair\n", "  - id: repair\n    earlier_ids: mend\n").replace(
        "    minimum: 1\n", "    minimum: unknown\n"
    )
    build = Build(examine(SourceFile("modalities.yaml", text)))
    wanted = {
        "glossary.md": {"cafe": ["bar", "pub"]},
        "open-questions.md": {"ready": ["done"], "repair": ["mend"], "repair.minimum": ["mend.minimum"]},
        "costs.md": {"repair": ["mend"]},
        "requesters/owner.md": {"repair": ["mend"]},
    }
    for uri, anchors in wanted.items():
        page = LexborHTMLParser(build.render(build.pages[uri]).html)
        every = [each.attributes["id"] for each in page.css("[id]")]
        assert len(every) == len(set(every)), uri
        for today, earlier in anchors.items():
            found = page.css(f'[id="{today}"] span[id]:empty')
            assert [each.attributes["id"] for each in found] == earlier, (uri, today)


def test_a_name_stays_text() -> None:
    """What a catalogue says is never markup."""
    assert "<h1>Workshop &amp; more</h1>" in _files()["modalidades/shed/index.html"]


def test_the_pages_are_written_beside_the_others(tmp_path: Path) -> None:
    """A build writes them, each into a folder that no other page has."""
    Beside(environment(_whole().words), _whole(), 0).write(tmp_path, "", "", tmp_path / "tokens.css")
    assert (
        (tmp_path / "solicitantes/keeper/index.html")
        .read_text(encoding="utf-8")
        .startswith("<!doctype html>")
    )
