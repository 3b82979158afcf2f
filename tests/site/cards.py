"""Reads cards, the modality in a nutshell that several pages show."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from generator.catalogue.modalities import Status
from tests.site.site import Page, Site, Target, text_of


def hold_cards(page: Page, cards: list[LexborNode], group: str) -> None:
    """Hold cards to a group: its modalities and no others, the living ones first."""
    site = page.site
    modalities = [each for each in site.catalogue.modalities if each.group == group]
    modalities.sort(key=lambda each: each.status is Status.RETIRED)
    assert [card.attributes["data-modality"] for card in cards] == [each.id for each in modalities]
    for card, modality in zip(cards, modalities, strict=True):
        assert page.links(card) == [(modality.name, Target(site.addresses.modality(modality.id), ""))]
        text = text_of(card)
        price = site.catalogue.pricing_rule[modality.pricing].name
        assert modality.audience in text
        assert f"{site.word('Price:')} {price}" in text
        retired = modality.status is Status.RETIRED
        assert (site.word("No longer offered") in text) == retired
        hold_states(site, card, modality.id, price)


def hold_states(site: Site, card: LexborNode, modality: str, price: str) -> None:
    """The states beside a price are just those that whoever may ask can meet; one that repeats it may be left out.

    Between two of them a word says that one or the other holds.
    """
    cases = [case for case in site.cases(site.catalogue.modality[modality]) if case.row]
    wanted = list(dict.fromkeys(site.price_word(case.state) for case in cases))
    found = [text_of(node) for node in card.css("[data-state]")]
    assert found == [word if not at else word[0].lower() + word[1:] for at, word in enumerate(wanted)] or (
        found == [] and wanted == [price]
    )
    if found:
        (parent,) = {
            node.parent.mem_id: node.parent for node in card.css("[data-state]") if node.parent
        }.values()
        assert text_of(parent) == site.alternatives(wanted)
