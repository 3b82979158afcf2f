"""A guide that says “always” must be right always: each claim is held against every case of the price tables."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import case_in_words, verdicts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import PricedCase


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, claim, verdict in verdicts(catalogue):
        case = verdict.against
        if case is not None:
            values = {
                "phrase": claim.phrase,
                "id": case.id,
                "case": case_in_words(catalogue, case.case),
                "told": _told(case),
            }
            facts = tuple(dict.fromkeys((*claim.facts, *case.facts)))
            yield Finding(("claims", index, "phrase"), values, related=_related(catalogue, case), facts=facts)


def _told(case: PricedCase) -> str:
    return f"{case.state.value}, payer: {case.payer}" if case.payer else case.state.value


def _related(catalogue: Catalogue, case: PricedCase) -> tuple[tuple[str | int, ...], ...]:
    if case.row is None:
        return (("modalities", catalogue.position[case.modality], "requesters"),)
    rule = catalogue.pricing_rule[catalogue.modality[case.modality].pricing]
    return (("pricing_rules", catalogue.pricing_rules.index(rule), "rows", rule.rows.index(case.row), "id"),)
