"""Rows that are said to fit into one do, and no others do."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from generator.decisions.evaluation import Undecided, evaluate
from generator.decisions.simplification import mergers
from generator.decisions.table import Row, Table
from tests.properties.strategies import partitions, tables


def of_two_results(table: Table[int]) -> Table[int]:
    """The same table, in which every other row says the same."""
    return Table(table.dimensions, table.rows, lambda result: result % 2)


def cases(table: Table[int], row: Row[int]) -> list[tuple[str, ...]]:
    return [tuple(case.values()) for case in table.cases() if row.matches(case)]


def is_block(table: Table[int], found: list[tuple[str, ...]]) -> bool:
    """Tell whether cases are all combinations of some values of each dimension, as those of one row are."""
    size = 1
    for index in range(len(table.dimensions)):
        size *= len({case[index] for case in found})
    return size == len(found)


@given(partitions())
def test_two_rows_are_named_exactly_if_one_row_can_be_for_their_cases(table):
    """Of rows that say the same, those are named that together are a block, whichever way they are written."""
    table = of_two_results(table)
    expected = [
        (first, second)
        for (first, one), (second, other) in combinations(enumerate(table.rows), 2)
        if one.then % 2 == other.then % 2 and is_block(table, cases(table, one) + cases(table, other))
    ]

    assert expected == [merger.rows for merger in mergers(table)]


@given(partitions())
def test_the_row_that_is_proposed_is_for_exactly_the_cases_of_both(table):
    """Who follows the advice changes no result."""
    table = of_two_results(table)
    for merger in mergers(table):
        one, other = (table.rows[index] for index in merger.rows)
        merged = Row("both", {name: frozenset(values) for name, values in merger.when.items()}, 0)
        assert all(
            set(merger.when[each.id]) < set(each.values)
            for each in table.dimensions
            if each.id in merger.when
        )
        assert sorted(cases(table, merged)) == sorted(cases(table, one) + cases(table, other))


@given(tables())
def test_rows_that_say_the_same_decide_together(table):
    """A case of two rows is undecided only where these say different things; else the first of them decides."""
    table = of_two_results(table)
    for case in table.cases():
        rows = [row for row in table.rows if row.matches(case)]
        if len({row.then % 2 for row in rows}) == 1:
            assert evaluate(table, case) is rows[0]
        else:
            with pytest.raises(Undecided):
                evaluate(table, case)


@given(tables())
def test_rows_that_say_nothing_in_common_are_never_named(table):
    """Where each row says its own, there is nothing to bring together."""
    assert mergers(table) == ()
