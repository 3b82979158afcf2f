"""Finds what pages say of the service in cells, cards and summaries, and looks up once more on what each rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.pricing.table import PricedCase
from tests.site.cost_tables import cases_of
from tests.site.site import MARK, Page, Row, Site, Table, text_of

Facts = Iterable[str]


class Statement(NamedTuple):
    """What says on what it rests, what it has to rest on, and where on the page its facts may be named."""

    node: LexborNode
    facts: frozenset[str]
    place: LexborNode | None = None


def statements(page: Page) -> Iterator[Statement]:
    """Give all that a page says in cells, cards and summaries."""
    site, at = page.site, page.site.addresses
    for card in page.css(".card"):
        modality = site.catalogue.modality[str(card.attributes["data-modality"])]
        (audience,) = card.css(".card__audience")
        yield Statement(audience, frozenset(modality.audience_facts or modality.facts))
        yield from _price(site, modality, card.css("[data-facts]")[1:])
    for row in page.css(".brief__row"):
        modality = site.catalogue.modality[str(row.attributes["data-modality"])]
        *states, audience = row.css("[data-facts]")
        closed = {each.mem_id for each in row.css(".brief__price--otherwise [data-facts]")}
        yield from _states(site, modality, [each for each in states if each.mem_id not in closed])
        for state in (each for each in states if each.mem_id in closed):
            without = [case for case in site.cases(modality) if not case.row]
            of_state = [case for case in without if case.state.value == state.attributes["data-state"]]
            yield Statement(state, _price_facts(of_state))
        yield Statement(audience, frozenset(modality.facts_of_audience))
    for body in page.css("table.summary tbody"):
        yield from _summed_up(page, body)
    for result in page.css(".tree__result"):
        for link, word in zip(result.css("a.signed"), result.css("[data-facts]"), strict=True):
            name = text_of(link.css(".signed__name")[0])
            (modality,) = (each for each in site.catalogue.modalities if each.name == name)
            if text_of(word) == site.price_word(PriceState.UNKNOWN):
                yield Statement(word, _untold_access(site, modality))
            else:
                yield from _price(site, modality, [word])
    for row in page.css("table.costs tbody tr"):
        yield from _cost(site, row)
    for matrix in page.css("table.matrix"):
        yield from _matrix(site, matrix)
    for modality in site.catalogue.modalities:
        if page.address == at.modality(modality.id):
            yield from _modality(page, modality)
    for requester in site.catalogue.requesters:
        if page.address == at.requester(requester.id):
            yield from _requester(page, requester.id)


def mark(node: LexborNode) -> list[LexborNode]:
    """Return the marks of a statement: within it, or behind it before the next one."""
    found = list(node.css(MARK))
    after = node.next
    while after is not None and not (after.is_element_node and "data-facts" in after.attributes):
        if (
            after.is_element_node
            and after.css_matches(MARK)
            and "inferred" in (after.attributes.get("class") or "")
        ):
            found.append(after)
        after = after.next
    return found


def _untold_access(site: Site, modality: Modality) -> frozenset[str]:
    """Return by what facts no source says who may ask: then nobody knows what it costs them either."""
    stands = site.catalogue.stands[modality.id].values()
    return frozenset(fact for each in stands if each.state is Access.UNKNOWN for fact in each.facts)


def _price_facts(cases: Iterable[PricedCase]) -> frozenset[str]:
    """Return what a price rests on: the row that decides it, or the access that does so before."""
    return frozenset(fact for case in cases for fact in (case.row.facts if case.row else case.facts))


def _price(site: Site, modality: Modality, nodes: list[LexborNode]) -> Iterator[Statement]:
    """A price in a word, and the states that it can come to, or where these are left out, the facts of both."""
    word, *states = nodes
    own = frozenset(site.catalogue.pricing_rule[modality.pricing].facts)
    cases = [case for case in site.cases(modality) if case.row]
    one = {site.price_word(case.state) for case in cases} == {text_of(word).removesuffix(" ")}
    yield Statement(word, own | _price_facts(cases) if one else own)
    yield from _states(site, modality, states)


def _states(site: Site, modality: Modality, states: list[LexborNode]) -> Iterator[Statement]:
    """The states that a price can come to for whoever may ask."""
    cases = [case for case in site.cases(modality) if case.row]
    for state in states:
        kind = state.attributes["data-state"]
        yield Statement(state, _price_facts(case for case in cases if case.state.value == kind))


def _summed_up(page: Page, body: LexborNode) -> Iterator[Statement]:
    """A row of the summary: a cell for each modality that has a column."""
    site, key = page.site, str(body.attributes["data-row"])
    ids = str(body.attributes["data-ids"] or "").split()
    heads = page.css("table.summary th[data-modality]")
    for head, cell in zip(heads, body.css("td"), strict=True):
        modality = site.catalogue.modality[str(head.attributes["data-modality"])]
        for node in cell.css("[data-facts]"):
            if key == "price":
                cases = [each for each in site.cases(modality) if each.case[OUTCOME] in ids]
                of_state = [each for each in cases if each.state.value == node.attributes["data-state"]]
                apart = {each.mem_id for each in cell.css(".summary__part--otherwise [data-facts]")}
                theirs = [each for each in of_state if (each.row is None) == (node.mem_id in apart)]
                yield Statement(node, _price_facts(theirs or of_state))
            elif key == "payer":
                yield Statement(node, _payer(site, modality, ids[0], node))
            elif key == "first":
                told = [fact for each in modality.preconditions for fact in each.facts]
                yield Statement(node, frozenset(told or modality.preconditions_facts or ()))
            else:
                yield Statement(node, frozenset(_told(site, modality, key)))


def _cost(site: Site, row: LexborNode) -> Iterator[Statement]:
    """A line of costs names its cases, and beside its reason, which stands before them, the facts of both."""
    ids = {text_of(each) for each in row.css("a.case")}
    cases = [case for each in site.catalogue.modalities for case in site.cases(each) if case.id in ids]
    for state in row.css("[data-state]"):
        yield Statement(state, _price_facts(cases), row.css("td")[-2])


def _modality(page: Page, modality: Modality) -> Iterator[Statement]:
    site, catalogue = page.site, page.site.catalogue
    for table in page.css("table.outcomes"):
        for row in Table(table).rows:
            yield from _outcome(site, modality, row)
    for part in page.css(".scopes"):
        for state in part.css(".scopes__state [data-state]"):
            stands = [
                each
                for each in modality.scopes.values()
                if each.state.value == state.attributes["data-state"]
            ]
            yield Statement(state, frozenset(fact for each in stands for fact in each.facts), part)
    for requester, row in zip(catalogue.requesters, page.css("table.access tbody tr"), strict=True):
        (state,) = row.css("[data-state]")
        yield Statement(state, frozenset(catalogue.access(modality, requester.id).facts), row.css("td")[0])
    for other, table in zip(_compared(site, page), page.css("table.difference"), strict=True):
        for row in table.css("tbody tr"):
            (heading,), cells = row.css("th"), row.css("td")
            for each, cell in zip((modality, other), cells, strict=True):
                for state in cell.css("[data-state]"):
                    yield Statement(
                        state, _aspect(site, each, text_of(heading), str(state.attributes["data-state"]))
                    )


def _outcome(site: Site, modality: Modality, row: Row) -> Iterator[Statement]:
    """A row of the price in short rests on the cases that it names, of whoever may ask."""
    (state,) = row.node.css("[data-state]")
    yield Statement(state, _price_facts(cases_of(site, modality, row)), row.node)


def _compared(site: Site, page: Page) -> Iterator[Modality]:
    by_name = {each.name: each for each in site.catalogue.modalities}
    for table in page.css("table.difference"):
        yield by_name[text_of(table.css("thead th")[2])]


def _aspect(site: Site, modality: Modality, name: str, kind: str) -> frozenset[str]:
    """Return on what it rests in what a modality differs from another: its name tells what it is."""
    catalogue = site.catalogue
    for outcome in catalogue.outcomes:
        if outcome.name == name:
            cases = [case for case in site.cases(modality) if case.row and case.case[OUTCOME] == outcome.id]
            return _price_facts(case for case in cases if case.state.value == kind)
    for key, heading in _headings(site):
        if heading == name:
            return frozenset(_told(site, modality, key))
    raise AssertionError(name)


def _headings(site: Site) -> Iterator[tuple[str, str]]:
    catalogue = site.catalogue
    yield "least", site.word("Least quantity")
    yield from ((f"aspect-{each.id}", each.name) for each in catalogue.aspects)
    yield from ((f"scope-{each.id}", each.name) for each in catalogue.scope.values())
    yield from ((f"access-{each.id}", each.name) for each in catalogue.requesters)
    yield from ((f"first-{each.id}", each.name) for each in catalogue.preconditions)


def _told(site: Site, modality: Modality, key: str) -> Facts:
    """Return the facts of a row that says one thing of a modality."""
    catalogue, rule = site.catalogue, site.catalogue.pricing_rule[modality.pricing]
    kind, _, id_ = key.partition("-")
    match kind:
        case "audience":
            return modality.audience_facts or modality.facts
        case "price" if id_ == "word":
            return rule.facts
        case "least":
            return rule.facts_on("minimum") if rule.minimum == UNKNOWN else rule.minimum_facts or rule.facts
        case "aspect":
            return modality.aspects[id_].facts
        case "scope":
            return modality.scopes[id_].facts
        case "access":
            return catalogue.access(modality, id_).facts
        case "first":
            own = catalogue.precondition[id_].service == modality.id
            untold = () if own else modality.preconditions_facts or ()
            return modality.wants(id_) or untold
    raise AssertionError(key)


def _requester(page: Page, requester: str) -> Iterator[Statement]:
    catalogue = page.site.catalogue
    for modality, row in zip(catalogue.modalities, page.css("table.access tbody tr"), strict=True):
        stand = catalogue.access(modality, requester)
        for state in row.css("[data-state]"):
            yield Statement(state, frozenset(stand.facts), row.css("td")[0])


def _matrix(site: Site, matrix: LexborNode) -> Iterator[Statement]:
    for row in matrix.css("[data-row]"):
        key = str(row.attributes["data-row"])
        for cell in row.css("td"):
            modality = site.catalogue.modality[str(cell.attributes["data-modality"])]
            yield from _cell(site, modality, key, cell)


def _cell(site: Site, modality: Modality, key: str, cell: LexborNode) -> Iterator[Statement]:
    nodes = cell.css("[data-facts]")
    lists = {"recommended": modality.recommendations, "steps": modality.steps}
    if key in lists:
        wanted = [each.facts for each in lists[key]] or [modality.facts]
        yield from (Statement(n, frozenset(facts)) for n, facts in zip(nodes, wanted, strict=True))
    elif key.startswith("price-") and key != "price-word":
        yield from _prices(site, modality, key.removeprefix("price-"), cell)
    elif key.startswith("payer-"):
        yield from (Statement(n, _payer(site, modality, key.removeprefix("payer-"), n)) for n in nodes)
    else:
        (node,) = nodes
        yield Statement(node, frozenset(_told(site, modality, key)))


def _prices(site: Site, modality: Modality, outcome: str, cell: LexborNode) -> Iterator[Statement]:
    """Each state of a cell rests on the cases of its requesters that come to it, with its amount where it has one."""
    for entry in cell.css("li, .matrix__said"):
        who = (entry.attributes.get("data-requesters") or "").split()
        cases = [
            case
            for case in site.cases(modality)
            if case.case[OUTCOME] == outcome and (not who or case.case[REQUESTER] in who)
        ]
        for state in entry.css("[data-state]"):
            amount = state.next
            while amount is not None and not amount.is_element_node:
                amount = amount.next
            text = (
                text_of(amount)
                if amount is not None and "matrix__text" in str(amount.attributes.get("class"))
                else ""
            )
            alike = (case for case in cases if case.state.value == state.attributes["data-state"])
            yield Statement(
                state,
                _price_facts(
                    case for case in alike if (site.money(case.amount) if case.amount else "") == text
                ),
            )


def _payer(site: Site, modality: Modality, requester: str, node: LexborNode) -> frozenset[str]:
    """Return on what it rests who pays, or that nobody does: what is said of it tells which cases these are."""
    cases = [case for case in site.cases(modality) if case.case[REQUESTER] == requester]
    billed = site.catalogue.requester[requester].billed_facts
    told, kind = text_of(node), node.attributes.get("data-state")
    paying = [case for case in cases if case.payer and site.party_name(case.payer, case.state) == told]
    if paying:
        facts = [billed if case.row and not case.row.payer else case.row.facts for case in paying if case.row]
        return frozenset(fact for each in facts for fact in each)
    spared = {
        site.word("Nobody, where there is no charge per service"): PriceState.FREE,
        site.word("Nobody, where the charge is waived"): PriceState.WAIVED,
    }
    if told in spared:
        return _price_facts(case for case in cases if case.state is spared[told])
    if kind == "none":
        return _price_facts(cases)
    return _price_facts(case for case in cases if case.state.value == kind)
