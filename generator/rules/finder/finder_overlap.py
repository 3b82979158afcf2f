"""Where two rows are for the same answers, chance would decide the recommendation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import answers_in_words, finder_proof
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    proof = finder_proof(catalogue)
    for overlap in proof.overlaps if proof else ():
        first, second = (catalogue.finder.rows[number] for number in overlap.rows)
        yield Finding(
            ("finder", "rows", overlap.rows[1], "id"),
            {
                "first": first.id,
                "second": second.id,
                "case": answers_in_words(catalogue, overlap.case),
                "count": str(overlap.cases),
            },
            related=(("finder", "rows", overlap.rows[0], "id"),),
            facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
        )
