"""A reason that names only modalities that its row does not recommend was written for another row."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.standing import standing
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.wordlists import small


def check(catalogue: Catalogue) -> Iterator[Finding]:
    stands = standing(catalogue)
    for index, row in enumerate(catalogue.finder.rows if stands else ()):
        named = {each.name: written for written, each in stands.named_in(row.reason)} if stands else {}
        names = [catalogue.modality[each].name for each in row.recommend]
        if named and not any(_is_meant(name, row.reason, named) for name in names):
            values = {"names": ", ".join(named.values()), "recommended": ", ".join(names)}
            excerpt = next(iter(named.values()))
            yield Finding(("finder", "rows", index, "reason"), values, facts=row.facts, excerpt=excerpt)


def _is_meant(name: str, reason: str, named: dict[str, str]) -> bool:
    """Tell whether a reason means a modality: by its name up to a bracket, or by one that its name begins with."""
    return small(name.split(" (", maxsplit=1)[0]) in small(reason) or any(
        name.startswith(each) for each in named
    )
