"""Of two groups that hold one requester, nobody could tell which one counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import N_
from generator.linter.dependencies import ACCESS

TITLE = N_("Requester in two groups")
MESSAGE = N_("“{requester}” is in two of the groups named here: “{first}” and “{second}”.")
CURE = N_("Name the requester itself, which goes before groups, or keep one of the groups.")
NEEDS = ACCESS


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
