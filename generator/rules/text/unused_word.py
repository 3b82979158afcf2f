"""A list of accepted words that nobody needs any more hides the slips that look like them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.spelling import vocabulary
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    words = vocabulary(catalogue)
    if words is not None:
        idle = dict.fromkeys(words.absent, "absent") | dict.fromkeys(words.superfluous, "superfluous")
        for index, why in sorted(idle.items()):
            yield Finding(("guide", "words", index), {"word": catalogue.guide.words[index], "why": why})
