"""Modalities of which no source says what a reader comes for: pages tell them in a line, after those that say more.

What is unknown is derived from the catalogue, so that an offer leaves the line on the day on which a source speaks.
"""

from __future__ import annotations

from generator.catalogue.modalities import Modality, ScopeState, Status
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.references import OUTCOME
from generator.catalogue.root import Catalogue

_PRICED = (PriceState.FREE, PriceState.CHARGED, PriceState.WAIVED)


def tells_no_price(catalogue: Catalogue, modality: Modality) -> bool:
    """Tell whether no case of a modality has a price: each is told on quote, is unknown, or is not offered."""
    rows = catalogue.pricing_rule[modality.pricing].rows
    return not any(row.then in _PRICED or row.amount for row in rows)


def tells_no_outcome(catalogue: Catalogue, modality: Modality) -> bool:
    """Tell whether of a modality without a price no row names an outcome: no source speaks of an analysis in it."""
    rows = catalogue.pricing_rule[modality.pricing].rows
    return tells_no_price(catalogue, modality) and not any(OUTCOME in row.when for row in rows)


def tells_nothing(catalogue: Catalogue, modality: Modality) -> bool:
    """Tell whether of a modality that is offered no source gives price, scope, aspect or when it is recommended.

    How to ask for it, and who may, does not count: that is what its line says.
    """
    return (
        modality.status is Status.ACTIVE
        and tells_no_price(catalogue, modality)
        and all(stand.state is ScopeState.UNKNOWN for stand in modality.scopes.values())
        and all(told.text is None for told in modality.aspects.values())
        and not modality.recommendations
        and not modality.characteristics
        and not modality.preconditions
    )
