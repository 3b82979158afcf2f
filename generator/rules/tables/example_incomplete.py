"""An example that leaves a dimension open is no case, so it cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.pricing.table import dimensions


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, example in enumerate(rule.examples):
            for dimension in dimensions(catalogue, rule):
                if dimension.id not in example.given:
                    path = ("pricing_rules", index, "examples", number, "given")
                    yield Finding(path, {"dimension": dimension.id}, "key")
