"""A point between thousands makes of a large amount a small one, which nobody is told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from generator.analysis.traversal import held
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_GROUP = 3
"""Digits between two signs of thousands."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, value in chain(held(catalogue, "value"), held(catalogue, "amount")):
        if isinstance(value, Decimal) and value >= 1 and value.as_tuple().exponent == -_GROUP:
            digits = str(value)
            small = str(value.normalize()) if not value.is_zero() and digits.endswith("0") else f"{digits}0"
            values = {
                "seen": digits,
                "whole": digits.partition(".")[0],
                "thousands": digits.replace(".", ""),
                "small": small,
            }
            yield Finding(path, values)
