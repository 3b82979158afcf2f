"""The summary: each modality with a price, what each outcome comes to and who pays, on one table."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborNode

from generator.analysis.agreements import agreements, behind
from generator.analysis.gaps import gaps
from generator.analysis.silence import tells_no_price
from generator.catalogue.modalities import Status
from generator.catalogue.open_questions import Missing
from generator.catalogue.references import OUTCOME, REQUESTER
from tests.site.site import Page, Site, Target, squeeze, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.at("summary"))


def rows(page: Page, key: str) -> list[tuple[list[str], list[LexborNode]]]:
    """Return the ids that each row of a kind is about, and its cells."""
    bodies = page.css(f"table tbody[data-row={key}]")
    return [((body.attributes["data-ids"] or "").split(), body.css("td")) for body in bodies]


def test_a_column_for_each_modality_with_a_price(site: Site, page: Page) -> None:
    """Those without one are named beside, each with whom to ask; what has ended is left out."""
    offered = [each for each in site.catalogue.modalities if each.status is Status.ACTIVE]
    priced = [each for each in offered if not tells_no_price(site.catalogue, each)]
    heads = [link for node in page.css("thead") for link in page.links(node)]
    assert heads == [(each.name, Target(site.addresses.modality(each.id), "")) for each in priced]
    others = [text for node in page.css(".others p") for text, _ in page.links(node)]
    assert sorted(others) == sorted(each.name for each in offered if each not in priced)


def test_every_outcome_says_what_it_comes_to(site: Site, page: Page) -> None:
    """For each requester, and what whoever may not ask is told is apart; outcomes that come to the same share a row."""
    found = rows(page, "price")
    assert sorted(id_ for ids, _ in found for id_ in ids) == sorted(
        each.id for each in site.catalogue.outcomes
    )
    heads = [node.attributes["data-modality"] for node in page.css("thead th[data-modality]")]
    for ids, cells in found:
        for head, cell in zip(heads, cells, strict=True):
            modality = site.catalogue.modality[str(head)]
            for id_ in ids:
                cases = [each for each in site.cases(modality) if each.case[OUTCOME] == id_]
                asked = any(each.row for each in cases)
                for requester in site.catalogue.requesters:
                    told = {
                        (
                            state.attributes["data-state"],
                            "summary__part--otherwise" in str(part.attributes["class"]),
                        )
                        for part in cell.css(".summary__part")
                        if requester.id in str(part.attributes["data-who"]).split()
                        for state in part.css("[data-state]")
                    }
                    theirs = [each for each in cases if each.case[REQUESTER] == requester.id]
                    assert told == {(each.state.value, asked and not each.row) for each in theirs}


def test_every_requester_is_told_who_pays(site: Site, page: Page) -> None:
    """Each stands in one row, with whoever pays in the cases that cost."""
    found = rows(page, "payer")
    assert sorted(id_ for ids, _ in found for id_ in ids) == sorted(
        each.id for each in site.catalogue.requesters
    )
    heads = [node.attributes["data-modality"] for node in page.css("thead th[data-modality]")]
    for ids, cells in found:
        for head, cell in zip(heads, cells, strict=True):
            for id_ in ids:
                cases = [
                    each
                    for each in site.cases(site.catalogue.modality[str(head)])
                    if each.case[REQUESTER] == id_
                ]
                paying = {site.party_name(case.payer, case.state) for case in cases if case.payer}
                assert all(name in text_of(cell) for name in paying)
                assert paying or not {each.name for each in site.catalogue.parties} & {text_of(cell)}


def test_it_leads_to_what_is_checked_before_agreeing(site: Site, page: Page) -> None:
    """Each agreement has an address; there the list stands open, with a name for each part."""
    links = [target for node in page.css(".links li") for _, target in page.links(node) if target]
    lists = [each.address for each in links if each.address.startswith(site.addresses.at("agreement"))]
    assert lists
    for address in lists:
        there = site.page(address)
        assert not there.css("details")
        items = there.css(".checklist li")
        assert items
        assert all(there.facts(item) for item in items)
        texts = [squeeze(text_of(item)) for item in items]
        questions = [each.question for each in site.catalogue.open_questions if each.before]
        assert all(any(text.startswith(question) for text in texts) for question in questions)


def test_what_is_checked_before_agreeing_is_met_on_the_way(site: Site) -> None:
    """It is linked where costs are told, of all and of each modality that waits for it, and by what it settles."""
    catalogue = site.catalogue
    for agreement in agreements(catalogue):
        there = Target(site.addresses.at("agreement", agreement), "")

        def leads(page: Page, node: LexborNode, there: Target = there) -> bool:
            return there in [target for _, target in page.links(node)]

        costs = site.page(site.addresses.costs)
        assert leads(costs, costs.content)
        for modality in behind(catalogue, agreement):
            page = site.page(site.addresses.modality(modality.id))
            (told,) = [node for node in page.section(site.anchor("cost")).css("p") if leads(page, node)]
            missing = {each.kind for each in gaps(catalogue, modality)}
            parts = {Missing.RATE: "rate", Missing.MINIMUM: "least quantity", Missing.INCREMENT: "rounding"}
            for kind, word in parts.items():
                assert (site.word(word) in text_of(told)) == (kind in missing)
        questions = site.page(site.addresses.open_questions)
        for each in catalogue.open_questions:
            fold = next(node for node in questions.css("details.fold") if node.css_first(f"[id='{each.id}']"))
            assert leads(questions, fold) == (each.before == agreement)
