"""The glossary: each term once, in alphabetical order, with its meaning, its other forms and its facts."""

from __future__ import annotations

import unicodedata

from selectolax.lexbor import LexborNode

from tests.site.site import Site, Told, text_of


def terms(site: Site) -> list[LexborNode]:
    """Return the entries of the page; a guide without terms has no such page."""
    if not site.catalogue.glossary:
        assert not (site.folder / site.addresses.glossary).exists()
        return []
    return site.page(site.addresses.glossary).css("dl > div")


def test_each_term_is_explained_once(site: Site) -> None:
    """A term stands under its own anchor with its definition, other names and facts; no term is missing or made up."""
    found: dict[str, tuple[str, Told]] = {}
    for entry in terms(site):
        page = site.page(site.addresses.glossary)
        ((term, definition),) = page.definitions([entry])
        assert entry.id
        found[entry.id] = (term, page.told(definition))
    wanted = {}
    for each in site.catalogue.glossary:
        also = f" {site.word('Also:')} {', '.join(each.also)}" if each.also else ""
        wanted[each.id] = (each.term, site.told(each.definition + also, each.facts))
    assert found == wanted
    assert len(terms(site)) == len(wanted)


def test_terms_stand_in_alphabetical_order(site: Site) -> None:
    """A reader finds a term where the alphabet has it: an accent or a capital does not send it to the end."""

    def bare(text: str) -> str:
        letters = unicodedata.normalize("NFD", text.lower())
        return "".join(letter for letter in letters if not unicodedata.combining(letter))

    told = [text_of(node) for entry in terms(site) for node in entry.css("dt")]
    assert told == sorted(told, key=bare)
