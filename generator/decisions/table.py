"""A decision table over declared, finite dimensions; knows nothing of prices or people."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Generic, NamedTuple, TypeVar

Result = TypeVar("Result")
Case = Mapping[str, str]
"""One value for each dimension of a table."""


class Axis(NamedTuple):
    """A question with finitely many answers, in the order in which they are told."""

    id: str
    values: tuple[str, ...]


class Row(NamedTuple, Generic[Result]):
    """The cases that a row is for, and what they come to. A dimension that `when` leaves out may have any value."""

    id: str
    when: Mapping[str, frozenset[str]]
    then: Result

    def matches(self, case: Case) -> bool:
        """Tell whether the case is one of this row's."""
        return all(case[dimension] in values for dimension, values in self.when.items())


@dataclass(frozen=True)
class Table(Generic[Result]):
    """Rows over dimensions. Whether exactly one row matches each case is for `prove` to tell."""

    dimensions: tuple[Axis, ...]
    rows: tuple[Row[Result], ...]
    says: Callable[[Result], Hashable] | None = None
    """What a result tells a reader: rows that say the same do not contradict each other. None: each says its own."""

    def agree(self, rows: Sequence[Row[Result]]) -> bool:
        """Tell whether rows say the same."""
        return self.says is not None and len({self.says(row.then) for row in rows}) == 1

    @cached_property
    def size(self) -> int:
        """Return the number of cases."""
        return math.prod(len(dimension.values) for dimension in self.dimensions)

    def cases(self) -> Iterator[dict[str, str]]:
        """Go through every case, the last dimension fastest."""
        names = [dimension.id for dimension in self.dimensions]
        for values in product(*(dimension.values for dimension in self.dimensions)):
            yield dict(zip(names, values, strict=True))
