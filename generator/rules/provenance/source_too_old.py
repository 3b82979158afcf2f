"""What was read long ago may say something else today; each source says itself how long it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    # The day of the revision, never today: the same catalogue says the same for ever.
    revision = catalogue.guide.date
    for index, source in enumerate(catalogue.sources):
        age = (revision - source.checked).days
        if source.max_age_days is not None and age > source.max_age_days:
            values = {
                "source": source.title,
                "checked": source.checked.isoformat(),
                "days": str(age),
                "budget": str(source.max_age_days),
            }
            yield Finding(("sources", index, "checked"), values, related=(("guide", "date"),))
