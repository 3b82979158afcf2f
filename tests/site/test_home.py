"""The home page: what the guide is, the ways in, and each modality in a nutshell."""

from __future__ import annotations

import pytest

from generator.wording.inline_markdown import plain
from tests.site.cards import hold_cards
from tests.site.site import Page, Site, Target, squeeze, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page("")


def test_home_says_what_the_guide_is(site: Site, page: Page) -> None:
    """The first thing on the home page is the guide's title, the second what it is for."""
    assert page.title == site.catalogue.guide.title
    assert text_of(page.css("p")[0]) == squeeze(plain(site.catalogue.guide.summary))


def test_the_ways_in(site: Site, page: Page) -> None:
    """Whoever has a question finds it as a way in: which modality, will I pay, was I billed rightly, compare."""
    found = [(text, target) for nav in page.css("nav") for text, target in page.links(nav)]
    wanted = [
        (site.word("Which modality?"), Target(site.addresses.finder, "")),
        (site.word("Will I pay?"), Target(site.addresses.costs, "")),
        (site.word("I was billed"), Target(site.addresses.bill, "")),
        (site.word("Compare"), Target(site.addresses.comparison, "")),
    ]
    assert [target for _, target in found] == [target for _, target in wanted]
    assert all(text.startswith(name) for (text, _), (name, _) in zip(found, wanted, strict=True))


def test_a_card_for_each_modality(page: Page, site: Site) -> None:
    """Each modality has one card, in its part of the guide, with whom it is for and its price in a word."""
    for group in site.catalogue.guide.groups:
        section = page.section(group.id)
        assert section.title == group.name
        assert page.told(section.css("p")[0]) == site.told(group.summary, group.facts or ())
        hold_cards(page, section.css("[data-modality]"), group.id)
    assert len(page.css("[data-modality]")) == len(site.catalogue.modalities)


def test_who_is_asking(page: Page, site: Site) -> None:
    """Each requester finds the own page from the home page."""
    section = page.section(site.anchor("who-asks"))
    assert [link for node in section.css("li") for link in page.links(node)] == [
        (each.name, Target(site.addresses.requester(each.id), "")) for each in site.catalogue.requesters
    ]


def test_before_you_rely_on_it(page: Page, site: Site) -> None:
    """The home page says what prevails, what stays open, where facts come from, and where all is in one file."""
    guide = site.catalogue.guide
    section = page.section(site.anchor("trust"))
    assert site.told(guide.prevails, guide.prevails_facts) in [page.told(node) for node in section.css("p")]
    links = [target for node in section.css("li") for _, target in page.links(node)]
    addresses = site.addresses.open_questions, site.addresses.sources, site.addresses.single_file
    assert links == [Target(address, "") for address in addresses]
    assert (site.folder / site.addresses.single_file).is_file()


def test_every_page_tells_its_revision(site: Site) -> None:
    """A printed page still says from which revision of the guide it is."""
    for page in site.generated():
        foot = [text_of(node) for node in page.css("footer")]
        assert len(foot) == 1
        assert site.catalogue.guide.title in foot[0]
        assert site.catalogue.guide.revision in foot[0].split(",")[1]
