"""A link within the guide must lead to a page that there is, or readers end at an error."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.analysis.page_ids import has_page, ids_of
from generator.analysis.traversal import texts
from generator.catalogue.references import MODALITY
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.i18n import words
from generator.language import code_spans
from generator.language.suggestion import suggestion
from generator.routes import HOME, ROUTES, Addresses

_LINK = re.compile(r"(?<![!\\])\[[^\[\]]*\]\(\s*<?([^\s)>]*)")
_SERVER = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}(?:/|$)")
_OUTWARD = re.compile(r":|^/")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    known: dict[str, frozenset[str]] = {}
    for path, text in texts(catalogue):
        if "](" not in text:
            continue
        for target in _LINK.findall(code_spans.without(text)):
            if _OUTWARD.search(html.unescape(target)):
                continue
            known = known or _addresses(catalogue)
            address, _, anchor = target.partition("#")
            if address not in known or (anchor and anchor not in known[address]):
                near = suggestion(address, known.keys()) if address not in known else ""
                near = f"https://{target}" if _SERVER.match(target) else near
                yield Finding(path, {"target": target, "suggestion": near}, excerpt=target)


def _addresses(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The pages of a guide, and the anchors of each that come from ids."""
    at = Addresses(words(catalogue.guide.language), len(catalogue.modalities))
    known: dict[str, frozenset[str]] = {}
    for route in ROUTES.values():
        if not has_page(catalogue, route):
            continue
        split = at.is_split(route.kind)
        kinds = [kind for kind in route.ids if kind != MODALITY or not split]
        anchors = frozenset(id_ for kind in kinds for _, id_ in ids_of(catalogue, kind))
        for _, entry in ids_of(catalogue, route.each) if route.each else (((), ""),):
            known[at.at(route.kind, entry)] = anchors
        for group in catalogue.group if split else ():
            members = frozenset(each.id for each in catalogue.modalities if each.group == group)
            if members:
                known[at.of_group(route.kind, group)] = members if MODALITY in route.ids else frozenset()
    del known[HOME]  # it has no anchor that stays, and the shell of every page leads to it
    return known
