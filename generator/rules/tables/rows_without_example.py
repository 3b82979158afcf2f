"""Examples are the tests of a price: what none of them shows can be wrong without anybody noticing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.example_coverage import Limit, Proposal, proposals
from generator.analysis.table_reports import LIMIT
from generator.catalogue.pricing_rules import PricingRule
from generator.catalogue.root import Catalogue
from generator.decisions.completeness import prove
from generator.diagnostics import Finding, Path
from generator.pricing.basis import traits
from generator.pricing.table import dimensions, table


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look where a catalogue has examples at all: one that works without them need not be told so rule by rule."""
    if not any(rule.examples for rule in catalogue.pricing_rules):
        return
    for index, rule in enumerate(catalogue.pricing_rules):
        if not traits(rule).may_charge or table(catalogue, rule).size > LIMIT:
            continue
        wanted = {each.id for each in dimensions(catalogue, rule)}
        if any(example.given.keys() != wanted for example in rule.examples):
            continue  # no case: another check tells, and mended it may show what seems to be missing
        if prove(table(catalogue, rule)).overlaps:
            continue  # so do rows that are for one case
        for each in proposals(catalogue, rule):
            path: Path = ("pricing_rules", index, "id")
            if each.row is not None:
                path = ("pricing_rules", index, "rows", rule.rows.index(each.row), "id")
            given = ", ".join(f"{name}: {value}" for name, value in each.given.items())
            values = {
                "rule": rule.name,
                "missing": ", ".join(_missing(rule, each)),
                "given": f"{{{given}}}",
                "result": _result(each),
            }
            yield Finding(path, values, facts=each.row.facts if each.row else rule.facts)


def _missing(rule: PricingRule, proposal: Proposal) -> Iterator[str]:
    if proposal.row is not None:
        yield proposal.row.id
    match proposal.limit:
        case Limit.MINIMUM:
            yield f"minimum: {rule.minimum}"
        case Limit.ABOVE:
            yield f"minimum: {rule.minimum} + 1"
        case Limit.INCREMENT:
            yield f"increment: {rule.increment}"


def _result(proposal: Proposal) -> str:
    minutes = f"minutes: {proposal.minutes}, " if proposal.minutes is not None else ""
    expect = {"state": proposal.state.value, "payer": proposal.payer, "units": proposal.units}
    told = ", ".join(f"{key}: {value}" for key, value in expect.items() if value is not None)
    return f"{minutes}expect: {{{told}}}"
