"""A source cannot have been held against a revision that was not written yet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    revision = catalogue.guide.date
    after = [
        (("sources", index, "checked"), each)
        for index, each in enumerate(catalogue.sources)
        if each.checked > revision
    ]
    # Where all of several are later, it is the day of the revision that is wrong, and told once.
    is_revision = len(after) == len(catalogue.sources) > 1
    for path, source in after[:1] if is_revision else after:
        values = {
            "source": source.title,
            "checked": source.checked.isoformat(),
            "date": revision.isoformat(),
        }
        here, there = (("guide", "date"), path) if is_revision else (path, ("guide", "date"))
        yield Finding(here, values, related=(there,))
