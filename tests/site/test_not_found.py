"""The error page: whoever took a wrong turn is led back into the guide, from any address."""

from __future__ import annotations

from generator.i18n import words
from generator.pages import not_found
from generator.views.context import Context, WholeGuide
from tests.catalogues import HARBOUR, catalogue
from tests.site.site import Site, Target


def test_ways_back(site: Site) -> None:
    """The page says in the guide's language that nothing is here, and leads to where a reader may have meant to go."""
    page = site.page("404.html")
    assert page.title == site.word("Page not found")
    assert page.links(page.content) == [
        (site.word("Home"), Target("", "")),
        (site.word("Modalities"), Target(site.addresses.modalities, "")),
        (site.word("Which modality?"), Target(site.addresses.finder, "")),
        (site.word("Will I pay?"), Target(site.addresses.costs, "")),
        (site.word("I was billed"), Target(site.addresses.bill, "")),
        (site.word("Compare"), Target(site.addresses.comparison, "")),
        (site.word("Glossary"), Target(site.addresses.glossary, "")),
    ]


def test_no_way_leads_to_a_page_that_is_not_there() -> None:
    """A guide without terms has no glossary, and its error page leads to none."""
    offer = catalogue(HARBOUR)
    bare = WholeGuide(offer.model_copy(update={"glossary": ()}), words("en"), lambda _path: (1, 1))
    told = [
        [link.text for link in not_found(whole, "/").view(Context(whole, "")).links]
        for whole in (WholeGuide(offer, words("en"), lambda _path: (1, 1)), bare)
    ]
    assert [("Glossary" in each) for each in told] == [True, False]


def test_links_hold_wherever_the_page_is_shown(site: Site) -> None:
    """The server shows this page at any depth, so that its links count from the root."""
    page = site.page("404.html")
    assert all((link.attributes["href"] or "").startswith("/") for link in page.css("a[href]"))
