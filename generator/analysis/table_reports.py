"""The proofs of a catalogue's tables, and their counterexamples in the words of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator import pricing
from generator.analysis import claims
from generator.analysis.claims import Verdict
from generator.analysis.traversal import once
from generator.catalogue.claims import Claim
from generator.catalogue.finder import FinderRow
from generator.catalogue.pricing_rules import PriceRow, PricingRule
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions import finder
from generator.decisions.completeness import Overlap, Proof, prove
from generator.decisions.table import Table
from generator.diagnostics import Finding

LIMIT = 1_000_000
"""Cases of one table: above it, a proof would take more memory and time than a check may."""


def price_tables(catalogue: Catalogue) -> Iterator[tuple[int, PricingRule, Table[PriceRow]]]:
    """Give each pricing rule with its position and its table."""
    for index, rule in enumerate(catalogue.pricing_rules):
        yield index, rule, pricing.table(catalogue, rule)


def price_proofs(catalogue: Catalogue) -> Iterator[tuple[int, PricingRule, Proof]]:
    """Give each pricing rule with its position and what stands against its table, tables too large left out."""
    for index, rule, table in price_tables(catalogue):
        if table.size <= LIMIT:
            yield index, rule, prove(table)


def overlap_found(
    catalogue: Catalogue, index: int, rule: PricingRule, row: int, overlaps: Sequence[Overlap]
) -> Finding:
    """Tell of a row of the rule at a position that is for cases of other rows, too: one of the cases, how many, and by
    which facts.
    """
    first, second = (rule.rows[number] for number in overlaps[0].rows)
    path = ("pricing_rules", index, "rows")
    return Finding(
        (*path, row, "id"),
        {
            "first": first.id,
            "second": second.id,
            "case": case_in_words(catalogue, overlaps[0].case),
            "count": str(sum(each.cases for each in overlaps)),
        },
        related=tuple((*path, number, "id") for each in overlaps for number in each.rows if number != row),
        facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
    )


def finder_table(catalogue: Catalogue) -> Table[FinderRow]:
    """Return the table of the finder."""
    return finder.table(catalogue.finder)


@once
def finder_proof(catalogue: Catalogue) -> Proof | None:
    """Return what stands against the finder's table; None where it is too large."""
    table = finder_table(catalogue)
    return prove(table) if table.size <= LIMIT else None


@once
def verdicts(catalogue: Catalogue) -> Sequence[tuple[int, Claim, Verdict]]:
    """Return each claim with its position and what the cases say of it."""
    return tuple(
        (index, claim, claims.prove(catalogue, claim)) for index, claim in enumerate(catalogue.claims)
    )


def case_in_words(catalogue: Catalogue, case: Mapping[str, str]) -> str:
    """Name a case as its writer can find it: the key of each dimension, and its value's name."""
    names = {
        REQUESTER: {entry.id: entry.name for entry in catalogue.requesters},
        OUTCOME: {entry.id: entry.name for entry in catalogue.outcomes},
        **{each.id: {value.id: value.name for value in each.values} for each in catalogue.dimensions},
    }
    return ", ".join(f"{dimension} “{names[dimension][value]}”" for dimension, value in case.items())


def answers_in_words(catalogue: Catalogue, case: Mapping[str, str]) -> str:
    """Name the answers of a case: each question with its answer."""
    return "; ".join(
        f"“{question.text}” – “{answer.text}”"
        for question in catalogue.finder.questions
        for answer in question.answers
        if case[question.id] == answer.id
    )
