"""Whoever finds no word on whether they may ask will ask, and perhaps in vain."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.untold import requesters_told_nowhere
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        told = {member for name in modality.requesters for member in catalogue.members(name)}
        told |= requesters_told_nowhere(catalogue)
        missing = [requester for requester in catalogue.requesters if requester.id not in told]
        if missing:
            names = "”, “".join(requester.name for requester in missing)
            values = {"modality": modality.name, "requester": names}
            facts = tuple(dict.fromkeys(fact for requester in missing for fact in requester.facts))
            yield Finding(("modalities", index, "requesters"), values, "key", facts=facts)
