"""Every case of a table is gone through: millions of them would take all memory, and no reader could follow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import LIMIT, finder_table, price_tables
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.linter.dependencies import TABLE

NEEDS = (*TABLE, "finder.questions")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, _, table in price_tables(catalogue):
        if table.size > LIMIT:
            values = {"count": str(table.size), "limit": str(LIMIT)}
            yield Finding(("pricing_rules", index, "depends_on"), values, "key")
    size = finder_table(catalogue).size
    if size > LIMIT:
        yield Finding(("finder", "questions"), {"count": str(size), "limit": str(LIMIT)}, "key")
