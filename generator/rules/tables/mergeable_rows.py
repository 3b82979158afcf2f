"""One thing said in two rows is changed in one of them only, sooner or later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.analysis.table_reports import price_tables
from generator.catalogue.root import Catalogue
from generator.decisions.simplification import mergers
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule, table in price_tables(catalogue):
        for merger in mergers(table):
            first, second = (rule.rows[number] for number in merger.rows)
            yield Finding(
                ("pricing_rules", index, "rows", merger.rows[1], "id"),
                {"first": first.id, "second": second.id, "when": _written(merger.when)},
                related=(("pricing_rules", index, "rows", merger.rows[0], "id"),),
                facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
            )


def _written(when: Mapping[str, tuple[str, ...]]) -> str:
    return "{" + ", ".join(f"{name}: [{', '.join(values)}]" for name, values in when.items()) + "}"
