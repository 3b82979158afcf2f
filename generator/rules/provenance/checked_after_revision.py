"""A source cannot have been held against a revision that was not written yet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    revision = catalogue.guide.date
    for index, source in enumerate(catalogue.sources):
        if source.checked > revision:
            values = {
                "source": source.title,
                "checked": source.checked.isoformat(),
                "date": revision.isoformat(),
            }
            yield Finding(("sources", index, "checked"), values, related=(("guide", "date"),))
