"""A guide of more modalities than one page can hold: compared and priced group by group, with links that find them."""

from __future__ import annotations

import posixpath
from collections import Counter
from functools import cache
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.grow import grow
from generator import pages
from generator.addresses import ONE_PAGE, ONE_TABLE, Addresses
from generator.catalogue.load import load
from generator.catalogue.whole import Catalogue
from generator.checks.text import broken_link
from generator.pages import Page
from generator.publish import navigation
from generator.source.reader import Source
from generator.source.tree import parse
from generator.views import matrix
from generator.views.context import Context, Whole
from generator.words import words
from tests.catalogues import REAL

NUMBER = ONE_PAGE + 1


@cache
def whole(number: int) -> Whole:
    loaded = load(parse(source(number)))
    assert loaded.catalogue is not None
    return Whole(loaded.catalogue, words("pt-BR"), lambda _path: (1, 1))


@cache
def source(number: int) -> Source:
    return Source("large.yaml", grow(REAL, number))


def made(number: int) -> dict[str, Page]:
    return {page.address: page for page in pages.all_pages(whole(number), source(number))}


@cache
def html(address: str) -> LexborHTMLParser:
    environment = pages.environment(whole(NUMBER).words)
    return LexborHTMLParser(pages.render(environment, whole(NUMBER), made(NUMBER)[address]).html)


def members(catalogue: Catalogue, group: str) -> list[str]:
    return [each.id for each in catalogue.modalities if each.group == group]


@pytest.mark.parametrize(
    ("number", "tables", "costs"),
    [
        (ONE_TABLE, 1, 1),
        (ONE_TABLE + 1, "groups", 1),
        (ONE_PAGE, "groups", 1),
        (NUMBER, "groups", "groups"),
    ],
)
def test_pages_are_split_just_above_their_bound(number: int, tables: int | str, costs: int | str) -> None:
    """Up to the bound one page has all; above it, each group that has modalities has its own."""
    parts = Counter(page.part for page in made(number).values())
    groups = len({each.group for each in whole(number).catalogue.modalities})
    assert parts["comparison"] == (1 if tables == 1 else 1 + groups)
    assert parts["costs"] == (1 if costs == 1 else 1 + groups)


def test_each_group_is_compared_on_its_page() -> None:
    """The page of a group has just its modalities, and a spreadsheet of its own; the first page leads to all groups."""
    at, catalogue = whole(NUMBER).addresses, whole(NUMBER).catalogue
    links = [urljoin(at.comparison, a.attributes["href"]) for a in html(at.comparison).css("h2 a")]
    groups = [group.id for group in catalogue.guide.groups]
    assert links == [at.comparison_of(group) for group in groups]
    sheets = []
    for group in groups:
        page = html(at.comparison_of(group))
        headings = page.css("thead th[data-modality]")
        assert [th.attributes["data-modality"] for th in headings] == members(catalogue, group)
        sheets.append(urljoin(at.comparison_of(group), page.css("a[download]")[0].attributes["href"]))
    assert sheets == [at.comparison_sheet(group) for group in groups]


def test_a_group_too_large_for_a_table_has_several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its tables are of about one length, none longer than the bound, and together they have every modality once."""
    monkeypatch.setattr(matrix, "ONE_TABLE", 10)
    catalogue = whole(NUMBER).catalogue
    group = catalogue.modalities[0].group
    view = matrix.of_group(Context(whole(NUMBER), "x/"), group)
    lengths = [len(table.columns) for table in view.tables]
    assert max(lengths) <= 10
    assert max(lengths) - min(lengths) <= len(lengths)
    assert [column.id for table in view.tables for column in table.columns] == members(catalogue, group)
    assert len({table.anchor for table in view.tables}) == len(view.tables) > 1
    assert len({table.title for table in view.tables}) == len(view.tables)


def test_each_case_is_told_on_the_page_that_leads_to_it() -> None:
    """A case's link on the page of a modality, and the way from the first page, end where the case stands."""
    large, at = whole(NUMBER), whole(NUMBER).addresses
    for modality in (large.catalogue.modalities[0], large.catalogue.modalities[-1]):
        page = html(at.costs_of(modality.group))
        anchors = {node.id for node in page.css("[id]")}
        assert modality.id in anchors
        assert {case.id.lower() for case in large.cases(modality)} <= anchors
        here = at.modality(modality.id)
        links = [urljoin(here, a.attributes["href"]) for a in html(here).css("a.case")]
        assert links
        assert {link.partition("#")[0] for link in links} == {at.costs_of(modality.group)}
        assert {link.partition("#")[2] for link in links} <= anchors
        ways = [urljoin(at.costs, a.attributes["href"]) for a in html(at.costs).css("ul.links a")]
        assert f"{at.costs_of(modality.group)}#{modality.id}" in ways
    assert html(at.costs).css("table.costs") == []


def test_a_written_link_to_a_price_has_to_name_the_page_of_its_group() -> None:
    """The checker knows the pages of a large guide, and those of a small one."""
    large = whole(NUMBER)
    known = broken_link._addresses(large.catalogue)
    first = large.catalogue.modalities[0]
    assert first.id in known[large.addresses.costs_of(first.group)]
    assert known[large.addresses.costs] == frozenset()
    assert large.addresses.comparison_of(first.group) in known
    at = Addresses(words("pt-BR"))
    assert at.costs_of(first.group) == at.costs
    assert set(made(NUMBER)) >= set(known)


def test_pages_of_groups_stand_in_no_navigation() -> None:
    """The navigation names the page that leads to them: to name all on each page would make every page long."""
    named = {f"{address}index.md": page for address, page in made(NUMBER).items()}
    listed = navigation.listed(named, 20)
    at = whole(NUMBER).addresses
    parts = {posixpath.dirname(uri) + "/" for uri in listed if named[uri].part in ("comparison", "costs")}
    assert parts == {at.comparison, at.costs}
