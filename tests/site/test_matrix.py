"""The comparison: each cell, found by its row and its column, says what the catalogue says, in words."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborNode

from generator.analysis.silence import tells_nothing
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.publish.spreadsheet import GUARD, MARK
from generator.wording.inline_markdown import plain
from tests.site.payers import nobody
from tests.site.site import MARK as MARK_OF_INFERENCE
from tests.site.site import Page, Site, Table, Target, squeeze, text_of


@pytest.fixture
def page(site: Site) -> Page:
    return site.page(site.addresses.comparison)


class Compared:
    """All tables of the page as the one that they are: the first, and those that are folded below their headings."""

    def __init__(self, page: Page) -> None:
        self.tables = [Table(node) for node in page.css("table.matrix")]
        self.columns = self.tables[0].columns
        self.rows = [
            row if row.group else replace(row, group=_folded_below(table.node))
            for table in self.tables
            for row in table.rows
        ]


def _folded_below(node: LexborNode) -> str:
    while node.tag != "details":
        assert node.parent is not None
        node = node.parent
    (heading,) = node.css("summary h2, summary h3")
    return text_of(heading)


@pytest.fixture
def table(page: Page) -> Compared:
    return Compared(page)


def compared(site: Site) -> list[Modality]:
    """Return the modalities in the order of their columns: those behind of which nothing is told."""
    return sorted(site.catalogue.modalities, key=lambda each: tells_nothing(site.catalogue, each))


def entries(cell: LexborNode) -> list[str]:
    """Return what a cell says, one text for each thing."""
    items = cell.css("li")
    return [text_of(item) for item in items] if items else [text_of(cell)]


def cells(site: Site, table: Compared, key: str) -> dict[str, LexborNode]:
    """Return the cells of a row by modality."""
    (row,) = (row for row in table.rows if row.node.attributes.get("data-row") == key)
    return {each.id: row.cells[each.name] for each in site.catalogue.modalities}


def test_columns_are_the_modalities(site: Site, page: Page, table: Compared) -> None:
    """Each modality has one column, whose heading leads to its page."""
    wanted = [[(each.name, Target(site.addresses.modality(each.id), ""))] for each in compared(site)]
    for one in table.tables:
        assert one.columns == (site.word("What"), *(each.name for each in compared(site)))
        assert [page.links(th) for th in one.node.css("thead th")[1:]] == wanted


def test_rows_are_all_that_the_catalogue_compares(site: Site, table: Compared) -> None:
    """Each situation, aspect, scope, outcome, requester and precondition has one row, under its heading.

    What most readers compare by comes first, unfolded: price, payer, and how to ask.
    """
    catalogue = site.catalogue
    costs, who, use = site.word("What it costs"), site.word("Who pays"), site.word("When to use")
    wanted = [("price-word", costs, site.word("Price in a word"))]
    wanted += [(f"price-{each.id}", costs, each.name) for each in catalogue.outcomes]
    wanted.append(("least", costs, site.word("Least quantity")))
    wanted += [(f"payer-{each.id}", who, each.name) for each in catalogue.requesters]
    wanted.append(("steps", site.word("How to ask"), site.word("Steps")))
    assert [row.node.attributes.get("data-row") for row in table.tables[0].rows] == [
        key for key, *_ in wanted
    ]
    wanted.append(("audience", use, site.word("Who it is for")))
    wanted.append(("recommended", use, site.word("Recommended situations")))
    for group in catalogue.scopes:
        name = site.word("What it covers: {group}", group=group.name)
        wanted += [(f"scope-{scope.id}", name, scope.name) for scope in group.items]
    first = site.word("What must come first")
    wanted += [(f"first-{each.id}", first, each.name) for each in catalogue.preconditions]
    wanted += [(f"access-{each.id}", site.word("Who may ask"), each.name) for each in catalogue.requesters]
    wanted += [(f"aspect-{each.id}", site.word("How it is served"), each.name) for each in catalogue.aspects]
    assert [(row.node.attributes.get("data-row"), row.group, row.heading) for row in table.rows] == wanted


def test_cells_say_which_modality_they_are_about(site: Site, table: Compared) -> None:
    """A cell belongs to the column that it stands in, also for a script that reads it."""
    for row in table.rows:
        found = [cell.attributes.get("data-modality") for cell in row.node.css("td")]
        assert found == [each.id for each in compared(site)]


def test_no_cell_is_empty(table: Compared) -> None:
    """A cell never leaves a reader guessing: what no source tells is said to be so."""
    assert [row.heading for row in table.rows for cell in row.node.css("td") if not text_of(cell)] == []


def test_audience_and_price_in_a_word(site: Site, table: Compared) -> None:
    """For each modality stands whom it is for, and what it costs in a word."""
    audience, price = cells(site, table, "audience"), cells(site, table, "price-word")
    for modality in site.catalogue.modalities:
        assert entries(audience[modality.id]) == [modality.audience]
        assert entries(price[modality.id]) == [site.catalogue.pricing_rule[modality.pricing].name]


def test_recommendations(site: Site, table: Compared) -> None:
    """For each modality stand just the situations that it is recommended for."""
    row = cells(site, table, "recommended")
    for modality in site.catalogue.modalities:
        wanted = [squeeze(plain(each.text)) for each in modality.recommendations]
        assert entries(row[modality.id]) == (wanted or [site.word("Not told")])


def test_aspects(site: Site, table: Compared) -> None:
    """Aspect by aspect and modality by modality stands what holds, or that no source tells."""
    for aspect in site.catalogue.aspects:
        row = cells(site, table, f"aspect-{aspect.id}")
        for modality in site.catalogue.modalities:
            text = modality.aspects[aspect.id].text
            assert entries(row[modality.id]) == [squeeze(plain(text)) if text else site.word("Not told")]


def test_least_quantity(site: Site, table: Compared) -> None:
    """A least quantity is told where the catalogue has one; of a price that nobody knows, nothing is."""
    row = cells(site, table, "least")
    for modality in site.catalogue.modalities:
        rule = site.catalogue.pricing_rule[modality.pricing]
        (told,) = entries(row[modality.id])
        if isinstance(rule.minimum, int):
            unit = "hour" if rule.unit == "hour" else "minute"
            assert told == site.number(f"{{number}} {unit}", f"{{number}} {unit}s", rule.minimum)
        else:
            words = {"none": "Does not apply", "time": "Not told", "quote": "Not told"}
            assert told == site.word(words.get(rule.basis, "Not counted by time"))


def test_scopes(site: Site, table: Compared) -> None:
    """Scope by scope and modality by modality: covered, not covered, under which condition, or not told."""
    for scope in site.catalogue.scope:
        row = cells(site, table, f"scope-{scope}")
        for modality in site.catalogue.modalities:
            stand = modality.scopes[scope]
            condition = f". {squeeze(plain(stand.condition))}" if stand.condition else ""
            assert entries(row[modality.id]) == [site.scope_word(stand.state) + condition]


def test_price_by_outcome(site: Site, table: Compared) -> None:
    """For each outcome stands what it costs; where that depends on who asks, for whom.

    Where one requester can meet several results, a word between them says that one or the other holds, and it is
    told what decides.
    """
    depending = f" ({site.word('depending on: {what}', what='')}"
    for outcome in site.catalogue.outcomes:
        row = cells(site, table, f"price-{outcome.id}")
        for modality in site.catalogue.modalities:
            wanted: dict[str, list[str]] = defaultdict(list)
            for case in site.cases(modality):
                if case.case[OUTCOME] == outcome.id:
                    amount = f" {site.money(case.amount)}" if case.amount else ""
                    wanted[case.case[REQUESTER]].append(site.price_word(case.state) + amount)
            found = entries(row[modality.id])
            told: dict[str, str] = {}
            for entry in found:
                who, words = entry.split(": ", 1) if len(found) > 1 else ("", entry)
                results, *rest = words.split(depending)
                assert bool(rest) == (site.between in results)
                told |= dict.fromkeys(site.requesters_in(who) if who else wanted, results)
            assert told == {who: site.alternatives(dict.fromkeys(each)) for who, each in wanted.items()}
            # Those who meet the same stand together.
            assert len(found) == len({tuple(results) for results in wanted.values()})


def payers(site: Site, modality: Modality, requester: str) -> set[str]:
    """Return who can be asked to pay; where nobody can, whether that is known."""
    cases = [case for case in site.cases(modality) if case.case[REQUESTER] == requester]
    paying = {site.party_name(case.payer, case.state) for case in cases if case.payer}
    states = {case.state for case in cases}
    if paying:
        spared = {
            PriceState.FREE: site.word("Nobody, where there is no charge per service"),
            PriceState.WAIVED: site.word("Nobody, where the charge is waived"),
        }
        return paying | {text for state, text in spared.items() if state in states}
    return {nobody(site, cases)}


def test_who_pays(site: Site, table: Compared) -> None:
    """For each requester stands who pays, and that is the party that the catalogue bills."""
    for requester in site.catalogue.requesters:
        row = cells(site, table, f"payer-{requester.id}")
        for modality in site.catalogue.modalities:
            found = entries(row[modality.id])
            assert len(found) == len(set(found))
            assert set(found) == payers(site, modality, requester.id)


def test_who_may_ask(site: Site, table: Compared) -> None:
    """For each requester stands whether they may ask, and what is to be known of it."""
    for requester in site.catalogue.requesters:
        row = cells(site, table, f"access-{requester.id}")
        for modality in site.catalogue.modalities:
            stand = site.catalogue.access(modality, requester.id)
            note = f". {squeeze(plain(stand.note))}" if stand.note else ""
            assert entries(row[modality.id]) == [site.access_word(stand.state) + note]


def test_what_comes_first(site: Site, table: Compared) -> None:
    """For each precondition stands whether it is needed, with what it means here."""
    for precondition in site.catalogue.preconditions:
        row = cells(site, table, f"first-{precondition.id}")
        for modality in site.catalogue.modalities:
            wanted = [each for each in modality.preconditions if each.precondition == precondition.id]
            note = f". {squeeze(plain(wanted[0].note))}" if wanted and wanted[0].note else ""
            assert entries(row[modality.id]) == [site.required_word(modality, precondition.id) + note]


def test_steps(site: Site, table: Compared) -> None:
    """For each modality stand its steps, numbered, with who acts."""
    row = cells(site, table, "steps")
    for modality in site.catalogue.modalities:
        wanted = [
            f"{number}. {step.actor}: {squeeze(plain(step.text))}"
            for number, step in enumerate(modality.steps, 1)
        ]
        assert entries(row[modality.id]) == (wanted or [site.word("Not told")])


def test_what_no_source_tells_is_a_quiet_dash(site: Site, page: Page, table: Compared) -> None:
    """A wide table is mostly that: no cell has a badge for it, and each has the word for whoever listens."""
    assert page.css("table .state--unknown") == []
    untold = page.css("table .matrix__untold")
    assert untold
    for node in untold:
        (word,) = node.css(".visually-hidden")
        assert text_of(word).capitalize() == site.word("Not told").capitalize()


def test_states_are_said_in_words(site: Site, page: Page) -> None:
    """Who sees neither colour nor sign still reads each state: no state is without its word."""
    assert [node.html for node in page.css("[data-state]") if not text_of(node)] == []


def test_a_script_can_tell_whom_a_thing_concerns(site: Site, table: Compared) -> None:
    """Rows and entries that are about some requesters only name them, just those that the reader sees named."""
    ids = {each.id for each in site.catalogue.requesters}
    for row in table.rows:
        kind, _, id_ = (row.node.attributes["data-row"] or "").partition("-")
        assert row.node.attributes.get("data-requester") == (id_ if kind in ("payer", "access") else None)
        for item in row.node.css("td li"):
            who = (item.attributes.get("data-requesters") or "").split()
            named = text_of(item).split(": ")[0] if kind == "price" else ""
            assert set(who) == (site.requesters_in(named) if named else set())
            assert set(who) <= ids


def test_each_value_is_tied_to_both_headings(table: Compared) -> None:
    """Each heading says of what; each cell has the name of its column, for where rows look like blocks."""
    for one in table.tables:
        assert all(node.attributes["scope"] for node in one.node.css("th"))
    for row in table.rows:
        for name, cell in row.cells.items():
            assert cell.attributes.get("data-label") == name


def test_nothing_waits_for_a_click_that_no_script_would_hear(page: Page) -> None:
    """Without scripts the table is whole, and the tools are not shown."""
    assert [each.tag for each in page.css("button, select, input") if not in_hidden_tools(each)] == []
    assert page.css("table [hidden]") == []


def in_hidden_tools(node: LexborNode) -> bool:
    while node.parent is not None:
        node = node.parent
        if node.attributes.get("class") == "comparison__tools":
            return "hidden" in node.attributes
    return False


def test_a_reader_can_choose_each_modality_and_requester(site: Site, page: Page) -> None:
    """The choices are those of the catalogue, group by group; at first everything is shown."""
    boxes = page.css(".comparison__tools input[name=modality]")
    wanted = [
        each.id
        for group in site.catalogue.guide.groups
        for each in site.catalogue.modalities
        if each.group == group.id
    ]
    assert [each.attributes["value"] for each in boxes] == wanted
    assert all("checked" in each.attributes for each in boxes)
    options = page.css(".comparison__tools select[name=requester] option")
    assert [each.attributes["value"] for each in options] == ["", *(r.id for r in site.catalogue.requesters)]


def test_the_spreadsheet_says_what_the_table_says(site: Site, page: Page, table: Compared) -> None:
    """The file that the page offers has the same rows, columns and words, and the facts of each with its mark."""
    ((_text, target),) = [link for link in page.links(page.one("ul.links")) if link[1]]
    assert target is not None
    with (site.folder / target.address).open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert text.startswith(MARK)
    text = text.removeprefix(MARK)
    names, *rows = csv.reader(text.splitlines(keepends=True), delimiter=text[text.index('"', 1) + 1])
    facts = [site.word("Facts: {modality}", modality=name) for name in table.columns[1:]]
    assert names == [site.word("Part"), *table.columns, *facts]
    mark = f" ({site.word('inference')})"
    found = [[row.group, row.heading, *map(entries, row.node.css("td"))] for row in table.rows]
    read = [[*row[:2], *([squeeze(each) for each in cell.split("\n")] for cell in row[2:])] for row in rows]
    told = [[bare(cell) for cell in row[: len(table.columns) + 1]] for row in read]
    assert [[unmarked(cell, mark) for cell in row] for row in told] == found
    for row, line in zip(table.rows, read, strict=True):
        half = len(table.columns) - 1
        for cell, said, named in zip(row.node.css("td"), line[2 : 2 + half], line[2 + half :], strict=True):
            assert len(said) == len(named)
            assert sum(each.count(mark) for each in said) == len(cell.css(MARK_OF_INFERENCE))
            assert (mark in " ".join(named)) == bool(cell.css(MARK_OF_INFERENCE))
            wanted = {fact for node in cell.css("[data-facts]") for fact in facts_of(node)}
            assert {
                fact.removesuffix(mark) for each in bare(named) for fact in each.split(", ") if fact
            } == wanted


def facts_of(node: LexborNode) -> list[str]:
    return (node.attributes["data-facts"] or "").upper().split()


def unmarked(cell: str | list[str], mark: str) -> str | list[str]:
    return cell if isinstance(cell, str) else [each.replace(mark, "") for each in cell]


def bare(cell: str | list[str]) -> str | list[str]:
    """Return a cell without what keeps it text."""
    return cell.removeprefix(GUARD) if isinstance(cell, str) else [cell[0].removeprefix(GUARD), *cell[1:]]
