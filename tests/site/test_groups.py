"""The parts of the guide, all together and each on its own page: every modality in its part, once."""

from __future__ import annotations

from tests.site.cards import hold_cards
from tests.site.site import Site, Target


def test_all_parts_on_one_page(site: Site) -> None:
    """The list of modalities shows each part of the guide with its modalities, and leads to the part's own page."""
    page = site.page(site.addresses.modalities)
    assert [node.id for node in page.css("h2")] == [group.id for group in site.catalogue.guide.groups]
    for group in site.catalogue.guide.groups:
        section = page.section(group.id)
        assert page.links(section.heading) == [(group.name, Target(site.addresses.group(group.id), ""))]
        assert page.told(section.css("p")[0]) == site.told(group.summary, group.facts or ())
        hold_cards(page, section.css("[data-modality]"), group.id)


def test_each_part_has_its_own_page(site: Site) -> None:
    """A part's page says what it gathers, on which facts, and shows its modalities and no others."""
    for group in site.catalogue.guide.groups:
        page = site.page(site.addresses.group(group.id))
        assert page.title == group.name
        assert page.told(page.css("p")[0]) == site.told(group.summary, group.facts or ())
        hold_cards(page, page.css("[data-modality]"), group.id)


def test_from_each_list_leads_a_way_to_the_finder(site: Site) -> None:
    """Who cannot choose from a list is led to the questions that choose."""
    addresses = [site.addresses.group(group.id) for group in site.catalogue.guide.groups]
    for address in (site.addresses.modalities, *addresses):
        page = site.page(address)
        link = (site.word("Which modality?"), Target(site.addresses.finder, ""))
        assert link in page.links(page.content)
