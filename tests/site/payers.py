"""Who pays for a modality, looked for once more and in another way than the pages do."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.requesters import Requester
from generator.pricing.table import PricedCase
from tests.site.site import Site


def payers(site: Site, cases: Sequence[PricedCase]) -> set[str]:
    """Return who pays what is charged, in words, also where nobody does or no source tells."""
    if paying := {site.party_name(case.payer, case.state) for case in cases if case.payer}:
        return paying
    return {nobody(site, cases)}


def nobody(site: Site, cases: Sequence[PricedCase]) -> str:
    """Return how it is said that nobody pays: that needs no source where there is nothing to pay."""
    states = {case.state for case in cases}
    if PriceState.UNKNOWN in states:
        return site.word("Not told")
    return site.word("Nobody" if PriceState.WAIVED in states else "Does not apply")


def payer_facts(cases: Sequence[PricedCase], requester: Requester) -> tuple[str, ...]:
    """Return the facts that say who pays, or that nobody does: those of the requester where no row names anybody."""
    found: dict[str, None] = {}
    for case in [case for case in cases if case.payer] or cases:
        own = case.row and case.payer and not case.row.payer
        found |= dict.fromkeys(requester.billed_facts if own else case.row.facts if case.row else case.facts)
    return tuple(found)


def marks(site: Site, *cells: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the facts that each cell of a row names: one mark for all that are inferred, and one for all others."""
    named: dict[bool, list[str]] = {}
    kinds = [any(site.catalogue.facts[fact].concluded for fact in cell) for cell in cells]
    for kind, cell in zip(kinds, cells, strict=True):
        named.setdefault(kind, []).extend(fact for fact in cell if fact not in named.get(kind, ()))
    return [tuple(named.pop(kind, ())) for kind in kinds]
