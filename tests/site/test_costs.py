"""The page of costs: every case of every modality, what it comes to, who pays, why, and where it can be quoted."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.site.cost_tables import hold_case_links, hold_to_the_catalogue
from tests.site.site import Page, Site, Target, squeeze, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.costs)


def test_each_case_is_told_once_as_the_catalogue_decides_it(site: Site, page: Page) -> None:
    """Whoever asks and however it ends, the page says what it costs, who pays and why: each case, once."""
    for modality in site.catalogue.modalities:
        hold_to_the_catalogue(page, page.section(modality.id).table(), modality)


def test_each_case_has_its_own_anchor(site: Site, page: Page) -> None:
    """A case can be quoted in a ticket: its id is an anchor that leads to its row, and no other thing has it."""
    wanted = [case.id for modality in site.catalogue.modalities for case in site.cases(modality)]
    anchors = Counter(node.id for node in page.html.css("[id]"))
    for modality in site.catalogue.modalities:
        hold_case_links(page, page.section(modality.id).table(), modality)
        for case in site.cases(modality):
            link = page.one(f"[id='{case.id.lower()}']")
            assert text_of(link) == case.id
    assert {id_: anchors[id_.lower()] for id_ in wanted} == dict.fromkeys(wanted, 1)


def test_modalities_stand_in_the_catalogues_order(site: Site, page: Page) -> None:
    """Every modality has its part of the page, headed by its name and folded, and a way to its own page in it."""
    folds = [fold for fold in page.css("details.fold") if fold.css("table")]
    assert [text_of(fold.css("summary h2")[0]) for fold in folds] == [
        each.name for each in site.catalogue.modalities
    ]
    assert [page.links(fold)[0] for fold in folds] == [
        (each.name, Target(site.addresses.modality(each.id), "")) for each in site.catalogue.modalities
    ]
    captions = [text_of(caption) for caption in page.css("table caption")]
    assert captions == [
        site.word("{modality}: cost by who asks and how it ends", modality=each.name)
        for each in site.catalogue.modalities
    ]


def test_each_price_is_explained_with_its_facts(site: Site, page: Page) -> None:
    """Above each table stands in a sentence how the price comes about."""
    for modality in site.catalogue.modalities:
        rule = site.catalogue.pricing_rule[modality.pricing]
        statements = [page.told(node) for node in page.section(modality.id).css("p")]
        assert site.told(rule.summary, rule.facts) in statements


def test_outcomes_are_explained(site: Site, page: Page) -> None:
    """A reader finds what each way of ending means, in the catalogue's words and no others."""
    section = page.section(site.anchor("outcomes"))
    found = [(name, page.told(node)) for name, node in page.definitions(section.css("dl > div"))]
    assert found == [(each.name, site.told(each.description, each.facts)) for each in site.catalogue.outcomes]


def test_what_else_a_price_depends_on_is_explained(site: Site, page: Page) -> None:
    """Each further thing that prices depend on stands with its values and what they mean."""
    for dimension in site.catalogue.dimensions:
        section = page.section(f"{site.anchor('dimension')}-{dimension.id}")
        assert section.title == dimension.name
        pairs = page.definitions(section.css("dl > div"))
        assert [(name, page.told(node)) for name, node in pairs] == [
            (value.name, site.told(value.description or "", value.facts or ())) for value in dimension.values
        ]


def test_who_can_pay_is_explained(site: Site, page: Page) -> None:
    """Each party that can be asked to pay stands with who that is, and nobody else."""
    section = page.section(site.anchor("payers"))
    found = {name.casefold(): page.told(node) for name, node in page.definitions(section.css("dl > div"))}
    assert found == {
        each.name.casefold(): site.told(each.description, each.facts) for each in site.catalogue.parties
    }


def test_worked_examples_stand_under_their_modality(site: Site, page: Page) -> None:
    """Each worked example tells its case and its result, and behind both the facts of both; there are no others."""
    for modality in site.catalogue.modalities:
        section = page.section(modality.id)
        examples = site.catalogue.pricing_rule[modality.pricing].examples
        statements = [page.told(node) for node in section.css("ul > li > p:first-child")]
        assert statements == [site.told(each.text, ()) for each in examples]
        for example, result in zip(examples, section.css("ul > li > p:last-child"), strict=True):
            case = next(case for case in site.cases(modality) if case.case == dict(example.given))
            ((id_, target),) = page.links(result)
            assert (id_, target) == (case.id, Target(page.address, case.id.lower()))
            assert page.facts(result) == example.facts
            words = text_of(result)
            expect, requester = example.expect, site.catalogue.requester[example.given["requester"]]
            if expect.units is not None:
                unit = site.catalogue.pricing_rule[modality.pricing].unit
                one, many = (
                    ("{number} hour", "{number} hours")
                    if unit == "hour"
                    else ("{number} minute", "{number} minutes")
                )
                assert site.number(one, many, expect.units) in words
            if expect.payer not in site.catalogue.party or expect.state != "charged":
                assert squeeze(site.price_word(expect.state)) in words
            elif requester.party == expect.payer:
                assert site.word("You pay.")[:-1] in words
            else:
                assert site.party_name(expect.payer, expect.state) in words


def test_the_document_that_prevails_is_named(site: Site, page: Page) -> None:
    """Who reads a price also reads what holds where the guide and a document differ."""
    guide = site.catalogue.guide
    assert site.told(guide.prevails, guide.prevails_facts) in [page.told(node) for node in page.css("p")]


def test_who_does_not_know_yet_is_told_what_to_do(site: Site, page: Page) -> None:
    """Where the outcome, or another thing, is not known yet, the page says what can be done now."""
    told = [page.told(node) for node in page.css("p")]
    guide = site.catalogue.guide
    statements = [guide.outcome_unknown, *(each.if_unknown for each in site.catalogue.dimensions)]
    start = site.word("If you do not know yet:")
    wanted = [site.told(f"{start} {each.text}", each.facts) for each in statements if each]
    assert [each for each in told if each.text.startswith(start)] == wanted


def test_the_simulator_can_ask_for_everything_that_a_price_depends_on(site: Site, page: Page) -> None:
    """There is a field for each thing that a case consists of, and numbers are typed as text."""
    form = page.one("[data-component=simulator] .case-form")
    asked = {name for rule in site.catalogue.pricing_rules for name in rule.depends_on}
    selects = [node.attributes["name"] for node in form.css("select")]
    assert selects == [
        "modality",
        "requester",
        "outcome",
        *(each.id for each in site.catalogue.dimensions if each.id in asked),
    ]
    for field in form.css("input"):
        assert (field.attributes["type"], field.attributes["inputmode"]) == ("text", "decimal")
        assert form.css(f"label[for='{field.id}']")
