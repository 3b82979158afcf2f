"""Who pays: the row's party where it names one, else the one who is billed for the requester."""

from __future__ import annotations

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.pricing_rules import PriceRow, PriceState
from generator.catalogue.requesters import Requester

PAID = frozenset({PriceState.CHARGED, PriceState.ON_QUOTE})
"""The results in which somebody pays."""


def payer(row: PriceRow, requester: Requester) -> str | None:
    """Return the id of the party that pays, `unknown` where no source tells, None where nobody pays."""
    if row.then not in PAID:
        return None
    if row.payer == UNKNOWN:
        return UNKNOWN
    return row.payer or requester.billed
