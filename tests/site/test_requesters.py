"""The pages of the requesters: what I may ask for, what it costs, and who is billed."""

from __future__ import annotations

from generator.catalogue.modalities import Access
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import REQUESTER
from generator.catalogue.requesters import Requester
from generator.wording.inline_markdown import plain
from tests.site.cost_tables import hold_case_links, hold_to_the_catalogue
from tests.site.payers import marks, payer_facts, payers
from tests.site.site import Page, Site, Target, squeeze, text_of


def pages(site: Site) -> list[tuple[Requester, Page]]:
    return [(each, site.page(site.addresses.requester(each.id))) for each in site.catalogue.requesters]


def test_each_requester_has_a_page_and_nobody_else(site: Site) -> None:
    """Below the address of the requesters stand the requesters of the catalogue and no others."""
    start = site.addresses.requesters
    found = [page.address for page in site.pages() if page.address.startswith(start)]
    assert sorted(found) == sorted(
        [start, *(site.addresses.requester(each.id) for each in site.catalogue.requesters)]
    )


def test_who_is_billed(site: Site) -> None:
    """The page opens with who the requester is; who is billed stands with each modality, with the facts behind it."""
    for requester, page in pages(site):
        assert page.title == requester.name
        assert page.told(page.css("p")[0]) == site.told(requester.description, requester.facts)
        table = page.section(site.anchor("overview")).table()
        for modality, row in zip(site.catalogue.modalities, table.rows, strict=True):
            cases = [case for case in site.cases(modality) if case.case[REQUESTER] == requester.id]
            billed = row.text(site.word("Who pays what is charged")).split("; ")
            assert sorted(billed) == sorted(payers(site, cases))


def test_who_can_be_charged_is_led_on(site: Site) -> None:
    """To what they would pay and to a charge that they received, themselves chosen; nobody else is."""
    for requester, page in pages(site):
        cases = [case for each in site.catalogue.modalities for case in site.cases(each)]
        charged = any(case.payer for case in cases if case.case[REQUESTER] == requester.id)
        ways = page.css("ul.links a:not([data-reads])")
        found = [link.attributes["href"] or "" for link in ways if "?" in (link.attributes["href"] or "")]
        assert len(found) == 2 * charged
        assert all(f"?requester={requester.id}" in href for href in found)


def test_what_a_requester_may_ask_for(site: Site) -> None:
    """Modality by modality stands whether the requester may ask for it, and its price in a word where they may."""
    for requester, page in pages(site):
        table = page.section(site.anchor("overview")).table()
        assert [row.node.attributes["data-modality"] for row in table.rows] == [
            each.id for each in site.catalogue.modalities
        ]
        for modality, row in zip(site.catalogue.modalities, table.rows, strict=True):
            assert page.links(row.heading_cell) == [(modality.name, Target(page.address, modality.id))]
            stand = site.catalogue.access(modality, requester.id)
            note = f". {plain(stand.note)}" if stand.note else ""
            assert row.text(site.word("May you?")) == squeeze(site.access_word(stand.state) + note)
            untold = {Access.DENIED: "Does not apply", Access.UNKNOWN: "Not told"}
            name = site.catalogue.pricing_rule[modality.pricing].name
            price = site.word(untold[stand.state]) if stand.state in untold else name
            assert row.text(site.word("Price in a word")) == price
            rule = site.catalogue.pricing_rule[modality.pricing]
            cases = [case for case in site.cases(modality) if case.case[REQUESTER] == requester.id]
            facts = stand.facts if stand.state in untold else rule.facts
            columns = ("May you?", "Price in a word", "Who pays what is charged")
            assert [page.facts(row.cells[site.word(each)]) for each in columns] == marks(
                site, stand.facts, facts, payer_facts(cases, requester)
            )


def test_what_it_costs_a_requester(site: Site) -> None:
    """For each modality stands what every case of this requester costs and who pays; no case of anybody else."""
    for requester, page in pages(site):
        sections = page.css("h3")
        assert [node.id for node in sections] == [each.id for each in site.catalogue.modalities]
        for modality in site.catalogue.modalities:
            section = page.section(modality.id)
            link = (modality.name, Target(site.addresses.modality(modality.id), ""))
            assert page.links(section.css("p")[0]) == [link]
            table = section.table()
            hold_to_the_catalogue(page, table, modality, requester.id)
            hold_case_links(page, table, modality)


def test_who_else_may_ask(site: Site) -> None:
    """From each requester a way leads to all others."""
    for requester, page in pages(site):
        section = page.section(site.anchor("others"))
        assert [link for node in section.css("li") for link in page.links(node)] == [
            (each.name, Target(site.addresses.requester(each.id), ""))
            for each in site.catalogue.requesters
            if each is not requester
        ]


def test_all_requesters_on_one_page(site: Site) -> None:
    """The list says of each requester who that is, just what they may ask for, and who pays for that."""
    page = site.page(site.addresses.requesters)
    items = page.css("ul > li:has(h2)")
    names = {site.party_name(each.id, PriceState.CHARGED) for each in site.catalogue.parties}
    for requester, item in zip(site.catalogue.requesters, items, strict=True):
        (heading,) = item.css("h2")
        own = (requester.name, Target(site.addresses.requester(requester.id), ""))
        assert page.links(heading) == [own]
        statements = [page.told(node) for node in item.css("p")]
        assert statements[0] == site.told(requester.description, requester.facts)
        offered: dict[str, list[tuple[str, Target | None]]] = {}
        opened: dict[str, list[tuple[str, ...]]] = {}
        facts: dict[str, set[str]] = {}
        for each in site.catalogue.modalities:
            if site.catalogue.access(each, requester.id).state is Access.ALLOWED:
                cases = [case for case in site.cases(each) if case.case[REQUESTER] == requester.id]
                who = "; ".join(payers(site, cases))
                offered.setdefault(who, []).append((each.name, Target(site.addresses.modality(each.id), "")))
                opened.setdefault(who, []).append(site.catalogue.access(each, requester.id).facts)
                facts.setdefault(who, set()).update(payer_facts(cases, requester))
        for who, div in zip(offered, item.css("dl > div"), strict=True):
            (told,) = div.css("dd")
            somebody = not names.isdisjoint(who.split("; "))
            label = "Who pays what is charged:" if somebody else "Who pays:"
            assert text_of(told) == f"{site.word(label)} {who}"
            assert set(page.facts(told)) == facts[who]
            assert [page.facts(each) for each in div.css("dt .citation")] == opened[who]
        glossary = site.addresses.glossary
        links = [link for link in page.links(item) if link[1] and link[1].address != glossary]
        assert links == [own, *(link for links in offered.values() for link in links)]
        assert text_of(item).count(site.word("May ask for:")) == bool(offered)
