"""A dimension that no price depends on would only add questions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    used = {name for rule in catalogue.pricing_rules for name in rule.depends_on}
    for question in catalogue.finder.questions:
        used |= {name for answer in question.answers for name in answer.implies}
    for index, entry in enumerate(catalogue.dimensions):
        if entry.id not in used:
            yield Finding(("dimensions", index, "id"), {"name": entry.name})
