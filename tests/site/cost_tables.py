"""Reads a table of costs back into cases, so that every page that has one is held to the catalogue alike."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from babel.lists import format_list

from generator.catalogue.modalities import Access, Modality
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.pricing.table import PricedCase
from tests.site.payers import marks, payer_facts
from tests.site.site import Page, Row, Site, Table, Target, Told, text_of


@dataclass(frozen=True, slots=True)
class Fate:
    """What a case comes to, as a table says it."""

    cost: str
    payer: Told
    reason: Told


def _fate(site: Site, modality: Modality, case: PricedCase, who: list[str]) -> Fate:
    """Return what a line of these requesters must say of a case."""
    cost = site.price_word(case.state)
    if case.amount:
        cost += " " + site.money(case.amount)
    requester = site.catalogue.requester[case.case[REQUESTER]]
    why = case.row.facts if case.row else case.facts
    together, paid = marks(site, why, payer_facts([case], requester))
    return Fate(
        cost,
        site.told(site.party_name(case.payer, case.state), paid),
        site.told(_reason(site, modality, case, who), together),
    )


def _reason(site: Site, modality: Modality, case: PricedCase, who: list[str]) -> str:
    """Say why: of whoever may not ask, or of whom no source tells whether they may, all of a line are named."""
    if case.row:
        return case.row.reason
    stand = site.catalogue.access(modality, case.case[REQUESTER])
    if stand.note:
        return stand.note
    named, asked = _in_sentence(site, who), modality.forms.object or modality.forms.subject or modality.name
    messages = {
        Access.DENIED: (
            "{requesters:subject} may not ask for {modality:object}.",
            "{requesters:subject} may not ask for {modality:object}.",
        ),
        Access.UNKNOWN: (
            "No source tells whether {requesters:subject} may ask for {modalities:object}.",
            "No source tells whether all of these may ask for {modalities:object}: {requesters:subject}.",
        ),
    }
    several = len(named) > 1 or any(
        each.forms.plural for each in site.catalogue.requester_groups if each.name == site.named(who)
    )
    told = site.words.ngettext(*messages[stand.state], 1 + several)
    told = told.replace("{requesters:subject}", format_list(named, locale=site.locale))
    told = told.replace("{modalities:object}", asked).replace("{modality:object}", asked)
    return told[0].upper() + told[1:]


def _in_sentence(site: Site, who: list[str]) -> list[str]:
    entries = (*site.catalogue.requesters, *site.catalogue.requester_groups)
    forms = {each.name: each.forms.subject or each.name for each in entries}
    return [forms[name] for name in site.named(who).split(", ")]


def dimension_columns(site: Site, modality: Modality) -> dict[str, tuple[str, dict[str, str]]]:
    """Return for each further dimension of a modality's price its column's heading, and its values by name."""
    catalogue = site.catalogue
    columns = {OUTCOME: (site.word("Outcome"), {each.name: each.id for each in catalogue.outcomes})}
    for id_ in catalogue.pricing_rule[modality.pricing].depends_on:
        dimension = catalogue.dimension[id_]
        columns[id_] = (dimension.name, {value.name: value.id for value in dimension.values})
    return columns


def hold_to_the_catalogue(page: Page, table: Table, modality: Modality, requester: str | None = None) -> None:
    """Hold every cell of a table to the catalogue, and the table to being whole: each case once, none beside them.

    The words of a row must name just the cases whose ids stand in it.
    """
    site = page.site
    columns = dimension_columns(site, modality)
    first = () if requester else (site.word("Who asks"),)
    last = (site.word("Cost"), site.word("Who pays"), site.word("Why"), site.word("Cases"))
    assert table.columns == (*first, *(name for name, _ in columns.values()), *last)

    cases = {case.id: case for case in site.cases(modality) if requester in (None, case.case[REQUESTER])}
    told: list[str] = []
    for row in table.rows:
        fate = Fate(row.text(last[0]), page.told(row.cells[last[1]]), page.told(row.cells[last[2]]))
        ids = [text_of(link) for link in row.cells[last[3]].css("a")]
        who = list(dict.fromkeys(cases[id_].case[REQUESTER] for id_ in ids))
        assert {id_: _fate(site, modality, cases[id_], who) for id_ in ids} == dict.fromkeys(ids, fate)
        assert [cases[id_].case for id_ in ids] == _named_cases(site, row, modality, requester)
        told += ids
    assert sorted(told) == sorted(cases)


def _meant(site: Site, modality: Modality, dimension: str, words: str, values: dict[str, str]) -> list[str]:
    """Return the values that the words of a cell name: of an outcome nothing is told where it can mean nothing."""
    every = "Not told" if dimension == OUTCOME and _is_silent(site, modality) else "Any"
    return (
        list(values.values()) if words == site.word(every) else [values[each] for each in words.split("; ")]
    )


def _is_silent(site: Site, modality: Modality) -> bool:
    """Tell whether no source speaks of an analysis: no case has a price, and no row names an outcome."""
    rows = site.catalogue.pricing_rule[modality.pricing].rows
    priced = (PriceState.FREE, PriceState.CHARGED, PriceState.WAIVED)
    return not any(row.then in priced or row.amount or OUTCOME in row.when for row in rows)


def cases_of(site: Site, modality: Modality, row: Row) -> list[PricedCase]:
    """Return the cases that the words of a row of the price in short name, of whoever may ask."""
    who = site.word("Who asks")
    asking = site.requesters_in(row.text(who)) if who in row.cells else set(site.catalogue.requester)
    found = [case for case in site.cases(modality) if case.row and case.case[REQUESTER] in asking]
    for dimension, (name, values) in dimension_columns(site, modality).items():
        named = _meant(site, modality, dimension, row.text(name), values)
        found = [case for case in found if case.case[dimension] in named]
    return found


def _named_cases(site: Site, row: Row, modality: Modality, requester: str | None) -> list[dict[str, str]]:
    who = {requester} if requester else site.requesters_in(row.text(site.word("Who asks")))
    choices = [[each.id for each in site.catalogue.requesters if each.id in who]]
    columns = dimension_columns(site, modality)
    for id_, (name, values) in columns.items():
        choices.append(_meant(site, modality, id_, row.text(name), values))
    return [dict(zip((REQUESTER, *columns), case, strict=True)) for case in product(*choices)]


def hold_case_links(page: Page, table: Table, modality: Modality) -> None:
    """Each case that a table lists leads to its place on the page of costs, and says in full which case it is."""
    site = page.site
    columns = dimension_columns(site, modality)
    names = {REQUESTER: {each.id: each.name for each in site.catalogue.requesters}}
    names |= {id_: {value: name for name, value in values.items()} for id_, (_, values) in columns.items()}
    cases = {case.id: case.case for case in site.cases(modality)}
    for item in table.node.css("td li"):
        ((id_, target),) = page.links(item)
        assert target == Target(site.addresses.costs, id_.lower())
        told = [each for each in cases[id_] if each != OUTCOME or not _is_silent(site, modality)]
        in_full = "; ".join(names[each][cases[id_][each]] for each in told)
        assert text_of(item) == f"{id_} ({in_full})"
