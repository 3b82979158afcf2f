"""A bill to the wrong party costs somebody: facts that name who pays name the one who is billed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.stems import naming


def check(catalogue: Catalogue) -> Iterator[Finding]:
    names = {party.id: set(naming(party.name)) for party in catalogue.parties}
    for index, requester in enumerate(catalogue.requesters):
        told = {word for fact in requester.billed_facts for word in naming(catalogue.facts[fact].text)}
        named = [party for party, words in names.items() if not words.isdisjoint(told)]
        # Who pays for themselves may rest on a fact that speaks of everybody.
        for_itself = requester.billed == requester.party
        if named and not for_itself and requester.billed in names and requester.billed not in named:
            values = {
                "party": catalogue.party[requester.billed].name,
                "others": "”, “".join(catalogue.party[each].name for each in named),
            }
            yield Finding(("requesters", index, "billed"), values, facts=requester.billed_facts)
