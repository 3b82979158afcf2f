"""A guide of more modalities than one page can hold: compared and priced group by group, with links that find them."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from functools import cache
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.grow import grow
from generator import pages, rendering, routes
from generator.analysis.decided_cases import decided_cases
from generator.analysis.silence import tells_nothing
from generator.catalogue.loader import load
from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.pages import Page
from generator.pages.catalogue import view as source_text
from generator.pages.comparison import view as matrix
from generator.pages.home.view import ROWS_ON_HOME
from generator.pages.requester import view as requester
from generator.pages.sources import view as sources
from generator.publish import navigation, structured_data
from generator.routes import ONE_PAGE, ONE_SHEET, ONE_TABLE, Addresses
from generator.rules.text import broken_link
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.views import cards, finder_places, questions
from generator.views.context import Context, WholeGuide
from generator.wording.inline_markdown import plain
from tests.catalogues import PORTUGUESE

NUMBER = ONE_PAGE + 1


@cache
def whole(number: int) -> WholeGuide:
    loaded = load(parse(source(number)))
    assert loaded.catalogue is not None
    return WholeGuide(loaded.catalogue, words("pt-BR"), lambda _path: (1, 1))


@cache
def source(number: int) -> SourceFile:
    return SourceFile("large.yaml", grow(PORTUGUESE, number))


def made(number: int) -> dict[str, Page]:
    return {page.address: page for page in pages.all_pages(whole(number), source(number))}


@cache
def html(address: str) -> LexborHTMLParser:
    environment = rendering.environment(whole(NUMBER).words)
    return LexborHTMLParser(rendering.render(environment, whole(NUMBER), made(NUMBER)[address]).html)


def first(number: int) -> str:
    return whole(number).catalogue.modalities[0].id


def members(catalogue: Catalogue, group: str) -> list[str]:
    return [each.id for each in catalogue.modalities if each.group == group]


def compared(catalogue: Catalogue, group: str) -> list[str]:
    """Return the same as they are compared: those behind of which nothing is told."""
    return sorted(
        members(catalogue, group), key=lambda id_: tells_nothing(catalogue, catalogue.modality[id_])
    )


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
    gaps = [page for page in made(number).values() if page.look == "open-questions-group"]
    assert len(gaps) == (0 if costs == 1 else groups)


@pytest.mark.parametrize(("number", "summed_up"), [(ONE_SHEET, True), (ONE_SHEET + 1, False)])
def test_what_no_sheet_holds_is_not_summed_up(number: int, summed_up: bool) -> None:
    """Above the bound there is no summary, and the home page does not lead to one."""
    guide, found = whole(number), made(number)
    there = guide.addresses.at("summary")
    assert (there in found) == summed_up
    home = rendering.render(rendering.environment(guide.words), guide, found[""]).html
    assert (f'href="{there}"' in home) == summed_up


def test_the_home_page_of_many_shows_the_first() -> None:
    """It leads on to the page of all."""
    home = html("")
    assert len(home.css(".brief__row")) == ROWS_ON_HOME
    assert len(home.css(".others a[href]")) <= 3 * ROWS_ON_HOME
    assert home.css(f'p > a[href="{whole(NUMBER).addresses.modalities}"]')


def test_each_group_is_compared_on_its_page() -> None:
    """The page of a group has just its modalities, and a spreadsheet of its own; the first page leads to all groups."""
    at, catalogue = whole(NUMBER).addresses, whole(NUMBER).catalogue
    links = [urljoin(at.comparison, a.attributes["href"]) for a in html(at.comparison).css("h2 a")]
    groups = [group.id for group in catalogue.guide.groups]
    assert links == [at.comparison_of(group) for group in groups]
    sheets = []
    for group in groups:
        page = html(at.comparison_of(group))
        for head in page.css("table.matrix thead"):
            headings = head.css("th[data-modality]")
            assert [th.attributes["data-modality"] for th in headings] == compared(catalogue, group)
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
    assert [column.id for table in view.tables for column in table.columns] == compared(catalogue, group)
    assert len({table.anchor for table in view.tables}) == len(view.tables) > 1
    assert len({table.title for table in view.tables}) == len(view.tables)


def test_each_case_is_told_on_the_page_that_leads_to_it() -> None:
    """A case's link on the page of a modality, and the way from the first page, end where the case stands."""
    large, at = whole(NUMBER), whole(NUMBER).addresses
    for modality in (large.catalogue.modalities[0], large.catalogue.modalities[-1]):
        page = html(at.costs_of(modality.group))
        anchors = {node.id for node in page.css("[id]")}
        assert modality.id in anchors
        assert {case.id.lower() for case in decided_cases(large.catalogue, modality)} <= anchors
        here = at.modality(modality.id)
        links = [urljoin(here, a.attributes["href"]) for a in html(here).css("a.case")]
        assert links
        assert {link.partition("#")[0] for link in links} == {at.costs_of(modality.group)}
        assert {link.partition("#")[2] for link in links} <= anchors
        ways = [urljoin(at.costs, a.attributes["href"]) for a in html(at.costs).css("ul.links a")]
        assert f"{at.costs_of(modality.group)}#{modality.id}" in ways
    assert html(at.costs).css("table.costs") == []


def test_each_gap_is_told_on_the_page_of_its_group() -> None:
    """The first page has what people ask and leads to all groups; what is missing stands under each modality there."""
    large, at = whole(NUMBER), whole(NUMBER).addresses
    first = html(at.open_questions)
    groups = [group.id for group in large.catalogue.guide.groups]
    links = [urljoin(at.open_questions, a.attributes["href"]) for a in first.css("h3.person__name a")]
    assert links == [at.open_questions_of(group) for group in groups]
    asked = {each.id for each in large.catalogue.open_questions}
    assert {node.id for node in first.css(".question__title")} == asked
    for group in groups:
        page = html(at.open_questions_of(group))
        wanted = [id_ for id_ in members(large.catalogue, group) if list(gaps_of(large, id_))]
        assert [node.id for node in page.css("h2[id]")] == wanted
        told = [node.id for node in page.css("h3.question__title")]
        assert told == [anchor for id_ in wanted for anchor in gaps_of(large, id_)]


def test_sources_lead_to_where_a_contact_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A contact whom only gaps name is told on the pages of groups, and its facts lead there."""
    large, at = whole(NUMBER), whole(NUMBER).addresses
    contact = large.catalogue.contact[large.catalogue.modalities[0].contact]
    for asked in (large.catalogue.open_questions, ()):
        changed = WholeGuide(
            large.catalogue.model_copy(update={"open_questions": asked}), large.words, lambda _path: (1, 1)
        )
        told = [
            link
            for _, link in sources.statements(Context(changed, ""))
            if link.text.endswith(plain(contact.how))
        ]
        address = urljoin("/", told[0].href).lstrip("/")
        assert (address == at.open_questions) is bool(asked)
        assert plain(contact.how)[:20] in html(address).text()


def gaps_of(large: WholeGuide, id_: str) -> list[str]:
    """Name what is missing in a modality as the page of a small guide does."""
    context = Context(large, "x/")
    found = questions.questions_of(context, large.catalogue.modality[id_])
    asked = {each.id for each in large.catalogue.open_questions}
    return [each.anchor for each in found if each.anchor not in asked]


def test_a_tree_too_large_for_a_page_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever follows the answers comes to each end of the tree, on the page that the sources name for it."""
    monkeypatch.setattr(finder_places, "ONE_TREE", 20)
    large, at = whole(NUMBER), whole(NUMBER).addresses
    environment, all_pages = rendering.environment(large.words), made(NUMBER)
    waiting, seen, most = [at.finder], dict[str, LexborHTMLParser](), 0
    while waiting:
        here = waiting.pop()
        seen[here] = page = LexborHTMLParser(rendering.render(environment, large, all_pages[here]).html)
        waiting += [urljoin(here, a.attributes["href"]) for a in page.css(".tree__on a")]
        most = max(most, len(page.css(".tree__result")))
    assert set(seen) == {page.address for page in all_pages.values() if page.part == "finder"}
    assert len(seen) > 3
    assert most <= 20
    assert seen[at.finder].css("svg.tree-picture, table") == []
    rows = {row.id: row for row in large.catalogue.finder.rows}
    where = finder_places.where(large)
    assert set(where) == set(rows)
    for id_, address in where.items():
        told = [node.text() for node in seen[address].css(".tree__result p")]
        assert any(plain(rows[id_].reason) in each for each in told)
    deep = max(seen, key=len)
    assert len(seen[deep].css("dl.terms > div")) == deep.removeprefix(at.finder).count("/")


def test_a_long_catalogue_is_shown_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line stands on one page, on which every link to it ends; a page leads to those before and after it."""
    for module in (routes, source_text):
        monkeypatch.setattr(module, "ONE_TEXT", 1000)
    text = source(NUMBER).text
    count = text.count("\n")
    large = WholeGuide(
        whole(NUMBER).catalogue, words("pt-BR"), lambda _path: (1000, 1001), lines_number=count
    )
    all_pages = {page.address: page for page in pages.all_pages(large, source(NUMBER))}
    shown = [page for page in all_pages.values() if page.address.startswith(large.addresses.catalogue)]
    first, *parts = [
        LexborHTMLParser(rendering.render(rendering.environment(large.words), large, each).html)
        for each in shown
    ]
    assert [len(part.css("pre span")) for part in parts] == [1000] * (count // 1000) + [count % 1000]
    lines = [node.text() for part in parts for node in part.css("pre span")]
    assert lines == [f"{number} {line}\n" for number, line in enumerate(text.splitlines(), 1)]
    links = [urljoin(shown[0].address, a.attributes["href"]) for a in first.css(".links a")]
    assert links == [page.address for page in shown[1:]]
    at = [page.address for page in shown]
    for number, part in enumerate(parts, 1):
        ways = [urljoin(at[number], a.attributes["href"]) for a in part.css(".links a")]
        assert ways == [at[0], *at[1:][max(0, number - 2) : number - 1], *at[1:][number : number + 1]]
    keys = [[node.text() for node in item.css("code")] for item in first.css(".links li")]
    assert list(dict.fromkeys(key for each in keys for key in each)) == re.findall(
        r"^(\w+):", text, re.MULTILINE
    )
    # What a part begins in the middle of is named again.
    for before, here, part in zip(keys, keys[1:], parts[1:], strict=False):
        assert (here[0] == before[-1]) is (part.css("pre span")[0].text()[5:6] == " ")
    link = urljoin("x/", Context(large, "x/").lines_link(("modalities", 0)).href)
    assert link == f"{shown[1].address}#l1000"
    assert parts[0].css("#l1000")
    assert all(page.part == "hidden" for page in shown)


def test_pages_with_all_groups_show_the_first_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all modalities would be too many, each group shows its share, and leads to the rest."""
    monkeypatch.setattr(cards, "CARDS_ON_A_PAGE", 20)
    large = whole(NUMBER)
    share = 20 // len(large.catalogue.guide.groups)
    for group in cards.groups(Context(large, "x/")):
        number = len(members(large.catalogue, group.id))
        assert (len(group.cards), group.more) == (min(number, share), max(0, number - share))
    page = rendering.render(
        rendering.environment(large.words), large, made(NUMBER)[large.addresses.modalities]
    ).html
    more = [a.attributes["href"] for a in LexborHTMLParser(page).css(".cards + p a")]
    assert more == [f"{group.id}/" for group in large.catalogue.guide.groups]


def test_a_list_of_very_many_has_no_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A requester's list names each modality without its drawing, which would be half of the page."""
    assert html_of_requester().css("table.access .sign")
    monkeypatch.setattr(requester, "MANY", 10)
    page = html_of_requester()
    assert len(page.css("table.access tbody tr")) == NUMBER
    assert page.css("table.access .sign") == []


def html_of_requester() -> LexborHTMLParser:
    large = whole(NUMBER)
    address = large.addresses.requester(large.catalogue.requesters[0].id)
    return LexborHTMLParser(
        rendering.render(rendering.environment(large.words), large, made(NUMBER)[address]).html
    )


def test_machines_are_told_which_page_leads_to_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way to a part of a large page goes by the page that leads to all of its parts."""
    monkeypatch.setattr(finder_places, "ONE_TREE", 20)
    large, at = whole(NUMBER), whole(NUMBER).addresses
    group = large.catalogue.guide.groups[0].id
    branch = next(address for address, page in made(NUMBER).items() if page.template == "branch")
    for above, part in (
        (at.comparison, at.comparison_of(group)),
        (at.costs, at.costs_of(group)),
        (at.open_questions, at.open_questions_of(group)),
        (at.finder, branch),
    ):
        head = LexborHTMLParser(structured_data.head(large, made(NUMBER)[part], ""))
        graph = json.loads(head.css("script")[0].text())["@graph"]
        items = [urljoin(part, each["item"]) for each in graph[0]["itemListElement"]]
        assert items[1:] == [above, part]


def test_the_head_of_a_page_costs_the_same_in_any_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many modalities there are, a page looks for its own, and not through all of them."""
    asked: Counter[int] = Counter()
    at = Addresses.at

    def counted(self: Addresses, kind: str, id_: str = "") -> str:
        asked[self.modalities_number] += 1
        return at(self, kind, id_)

    for number in (ONE_TABLE, NUMBER):
        guide, page = whole(number), made(number)[whole(number).addresses.modality(first(number))]
        monkeypatch.setattr(Addresses, "at", counted)
        structured_data.head(guide, page, "")
        monkeypatch.setattr(Addresses, "at", at)
    assert asked[ONE_TABLE] == asked[NUMBER] > 0


def test_a_page_makes_no_component_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page is written by is made for the first of its kind: the next makes only its own frame."""
    environment = rendering.environment(whole(NUMBER).words)
    contexts: Counter[str | None] = Counter()
    make = environment.context_class.__init__

    def counted(
        self: object, env: object, parent: object, name: str | None, *rest: object, **more: object
    ) -> None:
        contexts[name] += 1
        make(self, env, parent, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(environment.context_class, "__init__", counted)
    one, other = (
        made(NUMBER)[whole(NUMBER).addresses.modality(each.id)]
        for each in whole(NUMBER).catalogue.modalities[:2]
    )
    rendering.render(environment, whole(NUMBER), one)
    contexts.clear()
    rendering.render(environment, whole(NUMBER), other)
    assert contexts
    assert not [name for name in contexts if name and name.startswith("components/")]


def test_a_written_link_to_a_price_has_to_name_the_page_of_its_group() -> None:
    """The checker knows the pages of a large guide, and those of a small one."""
    large = whole(NUMBER)
    known = broken_link._addresses(large.catalogue)
    first = large.catalogue.modalities[0]
    assert first.id in known[large.addresses.costs_of(first.group)]
    assert known[large.addresses.costs] == frozenset()
    assert large.addresses.comparison_of(first.group) in known
    assert large.addresses.open_questions_of(first.group) in known
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
    more = {posixpath.dirname(uri) for uri in listed if named[uri].route.kind == "open_questions"}
    assert more == {at.open_questions[:-1]}
