"""The home page: what is in it for a reader, three doors, what they notice, and each modality in a row."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from generator.analysis.silence import tells_nothing
from generator.catalogue.modalities import Status
from tests.site.site import Page, Site, Target, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page("")


def test_home_says_what_is_in_it_for_a_reader(site: Site, page: Page) -> None:
    """The heading is the guide's invitation, or its title where it has none, and stands once."""
    guide = site.catalogue.guide
    assert page.title == (guide.invitation or guide.title)
    assert len(page.css("h1")) == 1
    assert (guide.title in text_of(page.content.css("h1")[0])) == (guide.invitation is None)


def test_the_three_doors(site: Site, page: Page) -> None:
    """Whoever needs help, wonders whether to pay, or has a bill, finds the own door first."""
    doors = page.links(page.css("nav")[0])
    assert [target for _, target in doors] == [
        Target(site.addresses.finder, ""),
        Target(site.addresses.costs, ""),
        Target(site.addresses.bill, ""),
    ]
    names = [site.word("I need help"), site.word("Will I pay?"), site.word("I was billed")]
    assert all(name in text for (text, _), name in zip(doors, names, strict=True))


def test_what_readers_notice_leads_on(site: Site, page: Page) -> None:
    """Each symptom leads to its modality, or into the finder with its answers: there its part of the tree has them."""
    nav = page.css("nav")[1]
    wanted = site.catalogue.finder.symptoms
    assert [text for text, _ in page.links(nav)] == [each.text for each in wanted]
    finder = site.page(site.addresses.finder)
    for link, (_, target), symptom in zip(nav.css("a"), page.links(nav), wanted, strict=True):
        assert target is not None
        if symptom.modality:
            assert target == Target(site.addresses.modality(symptom.modality), "")
            continue
        assert target.address == site.addresses.finder
        assert dict(parse_qsl(urlsplit(link.attributes["href"] or "").query)) == dict(symptom.answers)
        (way,) = [node for node in finder.css("li") if node.id == target.anchor]
        last = [question for question in site.catalogue.finder.questions if question.id in symptom.answers][
            -1
        ]
        (answer,) = [each.text for each in last.answers if each.id == symptom.answers[last.id]]
        assert answer in text_of(way.css("p")[0]).split("; ")


def test_a_row_for_each_modality_that_says_something(site: Site, page: Page) -> None:
    """The living ones first, each with what it can cost whoever may ask and whom it is for."""
    telling = [each for each in site.catalogue.modalities if not tells_nothing(site.catalogue, each)]
    telling.sort(key=lambda each: each.status is Status.RETIRED)
    rows = page.css("[data-modality]")
    assert [row.attributes["data-modality"] for row in rows] == [each.id for each in telling]
    for row, modality in zip(rows, telling, strict=True):
        assert page.links(row) == [(modality.name, Target(site.addresses.modality(modality.id), ""))]
        cases = [case for case in site.cases(modality) if case.row]
        words = list(dict.fromkeys(site.price_word(case.state) for case in cases))
        assert site.alternatives(words) in text_of(row)
        closed = [case for case in site.cases(modality) if cases and not case.row]
        told = {text_of(each.css("[data-state]")[0]) for each in row.css(".brief__price--otherwise")}
        assert told == {site.price_word(case.state) for case in closed}
        assert modality.audience in text_of(row)
        assert (site.word("No longer offered") in text_of(row)) == (modality.status is Status.RETIRED)


def test_offers_of_which_nothing_is_known_are_one_strip(site: Site, page: Page) -> None:
    """Each is named with its link, by whom to ask."""
    silent = [each for each in site.catalogue.modalities if tells_nothing(site.catalogue, each)]
    links = [link for node in page.css(".others p") for link in page.links(node)]
    assert links == [(each.name, Target(site.addresses.modality(each.id), "")) for each in silent]
    contacts = {site.catalogue.contact[each.contact].name for each in silent}
    assert all(any(name in text_of(node) for node in page.css(".others p")) for name in contacts)


def test_before_you_rely_on_it(page: Page, site: Site) -> None:
    """The home page leads on, and says what the guide is, what prevails, and where all is in one file."""
    guide = site.catalogue.guide
    links = [target for node in page.css(".links li") for _, target in page.links(node)]
    at = site.addresses
    assert links == [
        Target(address, "") for address in (at.at("summary"), at.comparison, at.open_questions, at.sources)
    ]
    about = page.one("details")
    told = page.told(about.css("p")[0])
    assert told.facts == tuple(dict.fromkeys(guide.prevails_facts))
    assert [target for _, target in page.links(about)][-1] == Target(at.single_file, "")
    assert (site.folder / at.single_file).is_file()


def test_every_page_tells_its_revision(site: Site) -> None:
    """A printed page still says from which revision of the guide it is."""
    for page in site.generated():
        foot = [text_of(node) for node in page.css("footer")]
        assert len(foot) == 1
        assert site.catalogue.guide.title in foot[0]
        assert site.catalogue.guide.revision in foot[0].split(",")[1]
