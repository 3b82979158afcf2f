"""The glossary: each term once, in alphabetical order, with its meaning, its other forms and its facts."""

from __future__ import annotations

import unicodedata

import pytest

from tests.site.site import Page, Site, Told, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.glossary)


def test_each_term_is_explained_once(site: Site, page: Page) -> None:
    """A term stands under its own anchor with its definition, other names and facts; no term is missing or made up."""
    found: dict[str, tuple[str, Told]] = {}
    for entry in page.css("dl > div"):
        ((term, definition),) = page.definitions([entry])
        assert entry.id
        found[entry.id] = (term, page.told(definition))
    wanted = {}
    for each in site.catalogue.glossary:
        also = f" {site.word('Also:')} {', '.join(each.also)}" if each.also else ""
        wanted[each.id] = (each.term, site.told(each.definition + also, each.facts))
    assert found == wanted
    assert len(page.css("dt")) == len(wanted)


def test_terms_stand_in_alphabetical_order(page: Page) -> None:
    """A reader finds a term where the alphabet has it: an accent or a capital does not send it to the end."""

    def bare(text: str) -> str:
        letters = unicodedata.normalize("NFD", text.lower())
        return "".join(letter for letter in letters if not unicodedata.combining(letter))

    terms = [text_of(node) for node in page.css("dt")]
    assert terms == sorted(terms, key=bare)
