"""A page that is named as a source without its address is a source that no reader can look at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.catalogue.sources import SourceKind
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(catalogue.sources):
        if source.kind is SourceKind.PAGE and source.url is None and "](http" not in source.where:
            yield Finding(("sources", index, "kind"), {"title": source.title})
