"""A claim whose words stand nowhere guards nothing: most likely the text was changed and the claim was not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.claims_in_text import said_in
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    said = said_in(catalogue).said()
    for index, claim in enumerate(catalogue.claims):
        if claim.id not in said:
            yield Finding(("claims", index, "phrase"), {"phrase": claim.phrase}, facts=claim.facts)
