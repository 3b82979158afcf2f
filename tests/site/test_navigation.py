"""The navigation: every page names the parts of the guide, the groups, and the modalities in them."""

from __future__ import annotations

from generator.pages import all_pages
from generator.source.reader import read
from generator.views.context import WholeGuide
from tests.site.site import Page, Site, Target, squeeze


def navigation(page: Page) -> list[tuple[str, Target | None]]:
    """Return what the site's navigation names beside the content, without each page's own table of contents."""
    inside = {node.mem_id for node in page.content.css("a")}
    found: list[tuple[str, Target | None]] = []
    for link in page.html.css("nav a[href]"):
        target = page.target(link.attributes["href"])
        name = squeeze(link.text(separator=" "))
        if link.mem_id not in inside and name and target and not target.anchor:
            found.append((name, target))
    return found


def test_the_tabs_are_the_questions_that_readers_come_with(site: Site) -> None:
    """The home page names each part of the guide: modalities, finder, comparison, costs, requesters, and the rest."""
    names = dict(navigation(site.page("")))
    assert names[site.word("Modalities of service")] == Target(site.addresses.modalities, "")
    assert names[site.word("Which modality?")] == Target(site.addresses.finder, "")
    assert names[site.word("Compare")] == Target(site.addresses.comparison, "")
    assert names[site.word("Will I pay?")] == Target(site.addresses.costs, "")
    assert names[site.word("I was billed")] == Target(site.addresses.bill, "")
    assert names[site.word("Who asks")] == Target(site.addresses.requesters, "")
    assert names[site.word("Open questions")] == Target(site.addresses.open_questions, "")
    if site.catalogue.glossary:
        assert names[site.word("Glossary")] == Target(site.addresses.glossary, "")
    assert names[site.word("Sources")] == Target(site.addresses.sources, "")


def test_groups_and_modalities_are_named(site: Site) -> None:
    """Under its group the navigation names each modality, and each requester under "Who asks"."""
    catalogue = site.catalogue
    for page in site.pages():
        names = navigation(page)
        for group in catalogue.guide.groups:
            assert (group.name, Target(site.addresses.group(group.id), "")) in names
        for modality in catalogue.modalities:
            assert (modality.name, Target(site.addresses.modality(modality.id), "")) in names
        for requester in catalogue.requesters:
            assert (requester.name, Target(site.addresses.requester(requester.id), "")) in names


def test_modalities_stand_within_their_group(site: Site) -> None:
    """In the navigation each modality follows its own group, so that the parts that readers know are kept."""
    groups = {Target(site.addresses.group(group.id), ""): group.id for group in site.catalogue.guide.groups}
    modalities = {Target(site.addresses.modality(each.id), ""): each for each in site.catalogue.modalities}
    under = {}
    current = ""
    for _, target in navigation(site.page(site.addresses.sources)):
        assert target is not None
        current = groups.get(target, current)
        if target in modalities:
            under[modalities[target].id] = current
    assert under == {each.id: each.group for each in site.catalogue.modalities}


def test_no_page_is_left_out(site: Site) -> None:
    """Every page of the site can be reached by links from the home page; the error page alone need not be."""
    reached = {""}
    queue = [""]
    while queue:
        page = site.page(queue.pop())
        for link in page.html.css("a[href]"):
            target = page.target(link.attributes["href"])
            if (
                target
                and target.address not in reached
                and (site.folder / target.address / "index.html").is_file()
            ):
                reached.add(target.address)
                queue.append(target.address)
    assert {page.address for page in site.pages()} - reached == {"404.html"}


def test_each_page_that_the_generator_plans_is_built(site: Site) -> None:
    """No page is lost between the plan and the folder, and nothing lies there that nobody planned or wrote."""
    whole = WholeGuide(site.catalogue, site.words, lambda _path: (1, 1))
    planned = [page.address for page in all_pages(whole, read(site.path))]
    assert sorted([*planned, *site.written_by_hand(), "404.html"]) == sorted(
        page.address for page in site.pages()
    )
