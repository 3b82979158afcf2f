"""Every place where a catalogue says that something is so, is not so, or is not known, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path


def stands(catalogue: Catalogue) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Give path, state and facts of each stand and aspect of a modality, and of each row and gap of a price."""
    for index, modality in enumerate(catalogue.modalities):
        base = ("modalities", index)
        for scope, stand in modality.scopes.items():
            yield (*base, "scopes", scope, "state"), stand.state, stand.facts
        for requester, access in modality.requesters.items():
            yield (*base, "requesters", requester, "state"), access.state, access.facts
        for aspect, told in modality.aspects.items():
            yield (*base, "aspects", aspect), told.text or UNKNOWN.value, told.facts
    for index, rule in enumerate(catalogue.pricing_rules):
        for number, row in enumerate(rule.rows):
            yield ("pricing_rules", index, "rows", number, "then"), row.then, row.facts
        for key in type(rule.gaps).model_fields:
            if gap := getattr(rule.gaps, key):
                yield ("pricing_rules", index, "gaps", key, "facts"), UNKNOWN.value, gap.facts
