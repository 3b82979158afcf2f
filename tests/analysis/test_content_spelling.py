"""Misspelt words of hand-written pages: told where they stand, and only where they are words."""

from __future__ import annotations

import pytest

from generator.analysis.content_spelling import misspelt
from generator.catalogue.root import Catalogue
from tests.catalogues import HARBOUR, catalogue

OFFER = catalogue(HARBOUR)


def told(text: str, *accepted: str, offer: Catalogue = OFFER) -> list[tuple[str, int, int]]:
    return [(each.word, each.line, each.column) for each in misspelt(offer, text, accepted)]


def test_a_word_is_told_once_where_it_stands_first() -> None:
    """Line and column are those of the file, past whatever is no prose."""
    text = "# The guide\n\nIt has {{ guide.titl }} and `kode`\nand **wurds** here.\n\n"
    text += "<!-- a\nb --> - The wurds, `kode` and a lettr.\n"
    assert told(text) == [("wurds", 4, 7), ("lettr", 7, 33)]
    assert [each.near for each in misspelt(OFFER, text)] == ["words", "letter"]


@pytest.mark.parametrize(
    "literal",
    [
        "`xqzt`",
        "```text\nxqzt xqzt\n```",
        "~~~\nxqzt\n~~~",
        "{{ xqzt }}",
        "{% set xqzt = 1 %}",
        "{# xqzt #}",
        "[here](xqzt/xqzt.md)",
        "![A lamp](xqzt.png)",
        "[here][xqzt]\n\n[xqzt]: xqzt.md",
        '<span class="xqzt">here</span>',
        "<!-- xqzt\nxqzt -->",
        "here{: .xqzt }",
        "https://xqzt.example/xqzt",
        "xqzt@example.com",
        "&nbsp;&hellip;",
        "XQZ and 3xqzt",
        ":material-xqzt: here",
    ],
)
def test_what_is_no_prose_is_not_judged(literal: str) -> None:
    """Code, what the catalogue fills in, where links lead, tags and addresses are no words; what follows them is."""
    text = f"These are the words of a page:\n\n{literal}\n\nThe end of its wurds.\n"
    assert [word for word, _, _ in told(text)] == ["wurds"]


def test_a_sign_of_comparison_is_no_tag() -> None:
    """What stands between a smaller and a larger sign is prose, unless a tag begins there."""
    assert [word for word, _, _ in told("It is 3 < 4 wurds and the end is > 2.\n")] == ["wurds"]


def test_the_word_that_was_meant_has_its_capitals() -> None:
    """A word at the start of a sentence is answered with one that can stand there."""
    assert [each.near for each in misspelt(OFFER, "Wurds of the page, lettr of the guide.\n")] == [
        "Words",
        "letter",
    ]


def test_words_of_the_catalogue_are_right() -> None:
    """Its terms, its list of words and the page's own need no dictionary."""
    term = OFFER.glossary[0].model_copy(update={"term": "Xqzt"})
    guide = OFFER.guide.model_copy(update={"words": ("vbnm",)})
    offer = OFFER.model_copy(update={"glossary": (term,), "guide": guide})
    text = "Here the page says Xqzt, vbnm and plk to all of us.\n"
    assert [word for word, _, _ in told(text)] == ["Xqzt", "vbnm", "plk"]
    assert [word for word, _, _ in told(text, offer=offer)] == ["plk"]
    assert told(text, "plk", offer=offer) == []


def test_a_page_in_another_language_is_not_judged() -> None:
    """Where most words are strange, they are no slips; and a language without a dictionary has none at all."""
    text = "Este guia reúne o que dizem as páginas públicas.\n"
    assert told(text) == []
    guide = OFFER.guide.model_copy(update={"language": "fi"})
    assert told("Here is a wurd of the page.\n", offer=OFFER.model_copy(update={"guide": guide})) == []
