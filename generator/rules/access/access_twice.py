"""Of two groups that hold one requester, nobody could tell which one counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for index, modality in enumerate(catalogue.modalities):
        first: dict[str, str] = {}
        for name in modality.requesters:
            if name not in catalogue.requester_group:
                continue
            for member in catalogue.members(name):
                if first.setdefault(member, name) != name and member not in modality.requesters:
                    yield Finding(
                        ("modalities", index, "requesters", name),
                        {
                            "requester": catalogue.requester[member].name,
                            "first": catalogue.requester_group[first[member]].name,
                            "second": catalogue.requester_group[name].name,
                        },
                        "key",
                        related=(("modalities", index, "requesters", first[member]),),
                    )
