"""A reason that names only modalities that its row does not recommend was written for another row."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.standing import standing
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    stands = standing(catalogue)
    for index, row in enumerate(catalogue.finder.rows if stands else ()):
        named = {each.name: written for written, each in stands.named_in(row.reason)} if stands else {}
        wanted = ", ".join(catalogue.modality[each].name for each in row.recommend)
        # One name may be the beginning of another, as “Visit” is of “Visit by night”.
        if named and not any(name in wanted for name in named):
            values = {"names": ", ".join(named.values()), "recommended": wanted}
            piece = next(iter(named.values()))
            yield Finding(("finder", "rows", index, "reason"), values, facts=row.facts, piece=piece)
