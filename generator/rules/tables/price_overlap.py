"""Where two rows are for one case, chance would decide what it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.table_reports import overlap_found, price_proofs
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import result


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule, proof in price_proofs(catalogue):
        # Rows that say the same are only a hint, by another check.
        left = [
            each for each in proof.overlaps if len({result(rule.rows[number]) for number in each.rows}) > 1
        ]
        while left:
            # A row that is in the way of several others is most likely the one that is too wide: one report.
            count = Counter(number for each in left for number in each.rows)
            wide = max(count, key=lambda number: (count[number], number))
            found = [each for each in left if wide in each.rows]
            left = [each for each in left if wide not in each.rows]
            yield overlap_found(catalogue, index, rule, wide, found)
