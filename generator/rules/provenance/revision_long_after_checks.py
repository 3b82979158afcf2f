"""A revision years after the last look at any source has a wrong day, or tells what nobody has held against them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

MOST_DAYS = 10 * 366


def check(catalogue: Catalogue) -> Iterator[Finding]:
    # No clock is asked: the same catalogue says the same for ever.
    index, last = max(enumerate(catalogue.sources), key=lambda each: each[1].checked)
    days = (catalogue.guide.date - last.checked).days
    if days > MOST_DAYS:
        values = {
            "date": catalogue.guide.date.isoformat(),
            "checked": last.checked.isoformat(),
            "days": str(days),
        }
        yield Finding(("guide", "date"), values, related=(("sources", index, "checked"),))
