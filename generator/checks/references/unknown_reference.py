"""An id that leads nowhere is a slip, or something that was taken out elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.whole import Catalogue
from generator.checks.walk import named, suggestion
from generator.diagnostics import Finding
from generator.words import N_

TITLE = N_("Id that leads nowhere")
MESSAGE = N_("There is no {kind} with the id “{id}”.")
CURE = N_("Correct the id, or add the entry that it means.")
TERMS = {
    "kind": {
        "fact": N_("fact"),
        "party": N_("party"),
        "contact": N_("contact"),
        "requester": N_("requester"),
        "outcome": N_("outcome"),
        "dimension": N_("dimension"),
        "value": N_("value of the dimension"),
        "precondition": N_("precondition"),
        "modality": N_("modality"),
        "scope": N_("scope"),
        "pricing rule": N_("pricing rule"),
        "group": N_("group"),
        "question": N_("question of the finder"),
        "answer": N_("answer to the question"),
    },
}
NEEDS = ()

SUGGESTED = 100
"""Ids for which a suggestion is looked for: with more, something else went wrong than a slip of the hand."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    astray = (
        each
        for found in named(catalogue)
        if not all(map(found.known.__contains__, found.ids))
        for each in found.each()
        if each.id not in each.known
    )
    for number, each in enumerate(astray):
        near = suggestion(each.id, each.known) if number < SUGGESTED else ""
        yield Finding(each.path, {"kind": each.kind, "id": each.id, "suggestion": near}, each.on)
