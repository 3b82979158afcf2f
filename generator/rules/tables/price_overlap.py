"""Where two rows are for one case, chance would decide what it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.table_reports import case_in_words, price_proofs
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
            first, second = (rule.rows[number] for number in found[0].rows)
            others = [number for each in found for number in each.rows if number != wide]
            yield Finding(
                ("pricing_rules", index, "rows", wide, "id"),
                {
                    "first": first.id,
                    "second": second.id,
                    "case": case_in_words(catalogue, found[0].case),
                    "count": str(sum(each.cases for each in found)),
                },
                related=tuple(("pricing_rules", index, "rows", number, "id") for number in others),
                facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
            )
