"""Every case of a table is gone through, and every way through the finder shown: of millions no reader could follow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.table_reports import LIMIT, finder_table, price_tables
from generator.catalogue.root import Catalogue
from generator.decisions.finder import MOST_ENDS, too_many_ends
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    cases = {"limit": str(LIMIT), "what": "cases"}
    for index, _, table in price_tables(catalogue):
        if table.size > LIMIT:
            yield Finding(("pricing_rules", index, "depends_on"), cases, "key")
    if finder_table(catalogue).size > LIMIT:
        yield Finding(("finder", "questions"), cases, "key")
    elif too_many_ends(catalogue.finder):
        ends = {"limit": str(MOST_ENDS), "what": "ends"}
        yield Finding(("finder", "questions"), ends, "key")
