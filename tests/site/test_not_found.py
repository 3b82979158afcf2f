"""The error page: whoever took a wrong turn is led back into the guide, from any address."""

from __future__ import annotations

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
        (site.word("Compare"), Target(site.addresses.comparison, "")),
        (site.word("Glossary"), Target(site.addresses.glossary, "")),
    ]


def test_links_hold_wherever_the_page_is_shown(site: Site) -> None:
    """The server shows this page at any depth, so that its links count from the root."""
    page = site.page("404.html")
    assert all((link.attributes["href"] or "").startswith("/") for link in page.css("a[href]"))
