"""How a price comes about: tables of cases, who pays, time in money, and the answer to what a case costs."""

from generator.pricing.basis import traits
from generator.pricing.counting import amount, billed_units, rate_on
from generator.pricing.table import PricedCase, can_charge, case_id, cases, decide, dimensions, result, table

__all__ = [
    "PricedCase",
    "amount",
    "billed_units",
    "can_charge",
    "case_id",
    "cases",
    "decide",
    "dimensions",
    "rate_on",
    "result",
    "table",
    "traits",
]
