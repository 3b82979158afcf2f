"""What a case of a modality costs and who pays it, by the table of its pricing rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality
from generator.catalogue.pricing_rules import Price, PriceRow, PriceState, PricingRule
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions.evaluation import evaluate
from generator.decisions.table import Axis, Row, Table
from generator.pricing import payer as payers


class PricedCase(NamedTuple):
    """One case of a modality, decided.

    ``row`` is None where the access of the requester decides before any price can: then ``state`` is
    `not_offered` or `unknown`, and ``facts`` are those of the access.
    """

    id: str
    modality: str
    case: dict[str, str]
    state: PriceState
    payer: str | None
    row: PriceRow | None
    amount: Price | None
    facts: tuple[str, ...]

    @property
    def price_facts(self) -> tuple[str, ...]:
        """The facts of the state and the amount alone, without those of who pays."""
        return self.row.facts if self.row else self.facts


def can_charge(catalogue: Catalogue, modality: Modality) -> bool:
    """Tell whether somebody who may ask, or for all that is known may ask, can be charged."""
    askers = {
        name for name, stand in catalogue.stands[modality.id].items() if stand.state is not Access.DENIED
    }
    for row in catalogue.pricing_rule[modality.pricing].rows:
        wanted = {member for name in row.when.get(REQUESTER, ()) for member in catalogue.members(name)}
        if row.then is PriceState.CHARGED and (wanted & askers if wanted else askers):
            return True
    return False


def dimensions(catalogue: Catalogue, rule: PricingRule) -> tuple[Axis, ...]:
    """Return what a rule's cases consist of: requester, outcome, and the further dimensions that it names."""
    return (
        Axis(REQUESTER, tuple(entry.id for entry in catalogue.requesters)),
        Axis(OUTCOME, tuple(entry.id for entry in catalogue.outcomes)),
        *(
            Axis(name, tuple(value.id for value in catalogue.dimension[name].values))
            for name in rule.depends_on
        ),
    )


def table(catalogue: Catalogue, rule: PricingRule) -> Table[PriceRow]:
    """Return a rule's rows as a table, with groups of requesters taken apart."""
    rows = tuple(Row(row.id, _when(catalogue, row), row) for row in rule.rows)
    return Table(dimensions(catalogue, rule), rows, result)


def result(row: PriceRow) -> tuple[PriceState, str | None, Price | None, str]:
    """Return what a row tells a reader: rows that tell the same may be for the same case."""
    return row.then, row.payer, row.amount, row.reason


def _when(catalogue: Catalogue, row: PriceRow) -> dict[str, frozenset[str]]:
    return {
        dimension: frozenset(
            member
            for value in values
            for member in (catalogue.members(value) if dimension == REQUESTER else (value,))
        )
        for dimension, values in row.when.items()
    }


def cases(catalogue: Catalogue, modality: Modality) -> Iterator[PricedCase]:
    """Decide every case of a modality, requester by requester."""
    rule = catalogue.pricing_rule[modality.pricing]
    prices = table(catalogue, rule)
    for case in prices.cases():
        yield decide(catalogue, modality, case, prices)


def decide(
    catalogue: Catalogue, modality: Modality, case: dict[str, str], prices: Table[PriceRow] | None = None
) -> PricedCase:
    """Decide one case; ``prices`` spares building the table again where many cases are decided."""
    number = case_id(catalogue, modality, case)
    stand = catalogue.access(modality, case[REQUESTER])
    if stand.state is not Access.ALLOWED:
        state = PriceState.NOT_OFFERED if stand.state is Access.DENIED else PriceState.UNKNOWN
        return PricedCase(number, modality.id, case, state, None, None, None, stand.facts)
    row = evaluate(prices or table(catalogue, catalogue.pricing_rule[modality.pricing]), case).then
    requester = catalogue.requester[case[REQUESTER]]
    party = payers.payer(row, requester)
    facts = row.facts
    if party and party != UNKNOWN and not row.payer:
        facts = tuple(dict.fromkeys((*facts, *requester.billed_facts)))
    return PricedCase(number, modality.id, case, row.then, party, row, row.amount, facts)


def case_id(catalogue: Catalogue, modality: Modality, case: dict[str, str]) -> str:
    """Return the name by which both sides can quote a case: codes, which stay when ids and names change."""
    parts = [modality.code, catalogue.requester[case[REQUESTER]].code, catalogue.outcome[case[OUTCOME]].code]
    for name in catalogue.pricing_rule[modality.pricing].depends_on:
        parts.extend(value.code for value in catalogue.dimension[name].values if value.id == case[name])
    return "-".join(parts)
