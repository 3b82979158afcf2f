"""Two rows that say the same of one case contradict nothing, but whoever changes one will forget the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import case_in_words, price_proofs
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import result


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule, proof in price_proofs(catalogue):
        for overlap in proof.overlaps:
            first, second = (rule.rows[number] for number in overlap.rows)
            if result(first) == result(second):
                yield Finding(
                    ("pricing_rules", index, "rows", overlap.rows[1], "id"),
                    {
                        "first": first.id,
                        "second": second.id,
                        "case": case_in_words(catalogue, overlap.case),
                        "count": str(overlap.cases),
                    },
                    related=(("pricing_rules", index, "rows", overlap.rows[0], "id"),),
                    facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
                )
