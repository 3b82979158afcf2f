"""A fact that nothing rests on is one that readers never see: something of the source is missing in the guide."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.references import named
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    # A fact that another one overrules is kept for the record: what holds instead is to be cited.
    cited = {
        fact
        for each in named(catalogue)
        if each.kind == "fact" and each.path[-1] != "overruled_by"
        for fact in each.ids
    }
    for index, source in enumerate(catalogue.sources):
        for number, fact in enumerate(source.facts):
            if fact.id not in cited and fact.overruled_by is None:
                yield Finding(("sources", index, "facts", number, "id"), {"id": fact.id}, facts=(fact.id,))
