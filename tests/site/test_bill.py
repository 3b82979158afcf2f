"""The page of a charge that was received: the form, and without a script all that a charge is checked with."""

from __future__ import annotations

import pytest

from tests.site.cost_tables import hold_to_the_catalogue
from tests.site.site import Page, Site, Table


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.bill)


def test_the_check_asks_for_the_case_and_what_was_billed(page: Page, site: Site) -> None:
    """There is a field for all that a charge rests on, each with a label."""
    form = page.one("[data-component=bill] .case-form")
    asked = {name for rule in site.catalogue.pricing_rules for name in rule.depends_on}
    dimensions = [each.id for each in site.catalogue.dimensions if each.id in asked]
    assert [node.attributes["name"] for node in form.css("select, input")] == [
        *("modality", "requester", "outcome", *dimensions),
        *("minutes", "rate", "billed"),
    ]
    for field in form.css("select, input"):
        assert form.css(f"label[for='{field.id}']")


def test_each_case_is_told_by_hand(page: Page, site: Site) -> None:
    """Whoever checks by hand finds each case of each modality, as the catalogue decides it, with its facts."""
    tables = page.css("details table")
    for modality, table in zip(site.catalogue.modalities, tables, strict=True):
        hold_to_the_catalogue(page, Table(table), modality)


def test_what_prevails_is_told(page: Page, site: Site) -> None:
    """Who checks a charge also reads what holds where the guide and a document differ."""
    guide = site.catalogue.guide
    assert site.told(guide.prevails, guide.prevails_facts) in [page.told(node) for node in page.css("p")]
