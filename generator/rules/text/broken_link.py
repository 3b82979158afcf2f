"""A link within the guide must lead to a page that there is, or readers end at an error."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import words
from generator.language.suggestion import suggestion
from generator.routes import Addresses

NEEDS = (
    "guide.language",
    "guide.groups.*.id",
    "modalities.*.id",
    "modalities.*.group",
    "requesters.*.id",
    "glossary.*.id",
    "open_questions.*.id",
    "sources.*.facts.*.id",
)

_LINK = re.compile(r"\]\(\s*<?([^\s)>]*)")
_OUTWARD = re.compile(r":|^/")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    known: dict[str, frozenset[str]] = {}
    for path, text in texts(catalogue):
        if "](" not in text:
            continue
        for target in _LINK.findall(text):
            if _OUTWARD.search(html.unescape(target)):
                continue
            known = known or _addresses(catalogue)
            address, _, anchor = target.partition("#")
            if address not in known or (anchor and anchor not in known[address]):
                near = suggestion(address, known.keys()) if address not in known else ""
                yield Finding(path, {"target": target, "suggestion": near}, piece=target)


def _addresses(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The pages of a guide, and the anchors of each that come from ids."""
    at = Addresses(words(catalogue.guide.language), len(catalogue.modalities))
    plain = (at.modalities, at.requesters, at.comparison, at.finder, at.catalogue)
    known = {address: frozenset[str]() for address in plain}
    known |= {at.group(id_): frozenset() for id_ in catalogue.group}
    known |= {at.modality(id_): frozenset() for id_ in catalogue.modality}
    known |= {at.requester(id_): frozenset(catalogue.modality) for id_ in catalogue.requester}
    known[at.costs] = frozenset()
    for group in catalogue.group:
        members = frozenset(each.id for each in catalogue.modalities if each.group == group)
        if members:
            known[at.comparison_of(group)] = known[at.open_questions_of(group)] = frozenset()
            known[at.costs_of(group)] = known.get(at.costs_of(group), frozenset()) | members
    known[at.open_questions] = frozenset(each.id for each in catalogue.open_questions)
    known[at.sources] = frozenset(catalogue.facts)
    if catalogue.glossary:
        known[at.glossary] = frozenset(catalogue.term)
    return known
