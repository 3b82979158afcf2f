"""The proof over all cases at once says what going through them one by one says."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from generator.decisions.completeness import Overlap, UncoveredCases, prove
from generator.decisions.evaluation import Undecided, evaluate
from generator.decisions.table import Table
from tests.properties.strategies import partitions, tables


def matches(table: Table[int]) -> list[tuple[dict[str, str], list[int]]]:
    """Each case with the positions of the rows that are for it, one by one."""
    return [(case, [i for i, row in enumerate(table.rows) if row.matches(case)]) for case in table.cases()]


@given(tables() | partitions())
def test_a_gap_is_the_first_case_without_a_row_and_the_number_of_them(table):
    """The writer is shown the first hole in the order of the table, and how many there are."""
    holes = [case for case, rows in matches(table) if not rows]

    assert (UncoveredCases(holes[0], len(holes)) if holes else None) == prove(table).gap


@given(tables() | partitions())
def test_overlaps_are_all_pairs_with_their_first_case_and_the_number_of_them(table):
    """No pair of rows that share a case is left out, and none that shares nothing is accused."""
    expected = []
    for first, second in combinations(range(len(table.rows)), 2):
        shared = [case for case, rows in matches(table) if first in rows and second in rows]
        if shared:
            expected.append(Overlap((first, second), shared[0], len(shared)))

    assert tuple(expected) == prove(table).overlaps


@given(tables() | partitions())
def test_dead_rows_are_those_that_match_no_case(table):
    """A row is called dead exactly if going through all cases never meets it."""
    live = {i for _, rows in matches(table) for i in rows}

    assert tuple(i for i in range(len(table.rows)) if i not in live) == prove(table).unreachable


@given(tables() | partitions())
def test_idle_dimensions_are_those_that_never_change_which_rows_match(table):
    """A dimension is called idle exactly if changing its value alone never changes anything."""
    found = {tuple(case.items()): rows for case, rows in matches(table)}
    expected = tuple(
        dimension.id
        for dimension in table.dimensions
        if all(
            rows == found[tuple({**dict(case), dimension.id: value}.items())]
            for case, rows in found.items()
            for value in dimension.values
        )
    )

    assert expected == prove(table).irrelevant


@given(tables() | partitions())
def test_a_table_that_is_proven_decides_every_case_and_another_does_not(table):
    """The proof promises that each case gets one row and each row some case, and evaluating keeps the promise."""
    decided = set()
    undecided = 0
    for case in table.cases():
        try:
            decided.add(evaluate(table, case).id)
        except Undecided:
            undecided += 1

    assert (not undecided and decided == {row.id for row in table.rows}) is prove(table).is_valid


@given(tables())
def test_evaluating_gives_the_one_row_or_says_which_rows_there_were(table):
    """Where a table is not sound, a case is still decided right or not at all."""
    for case, rows in matches(table):
        if len(rows) == 1:
            assert table.rows[rows[0]] is evaluate(table, case)
        else:
            with pytest.raises(Undecided) as caught:
                evaluate(table, case)
            assert (case, tuple(table.rows[i].id for i in rows)) == (caught.value.case, caught.value.rows)


@given(partitions())
def test_the_tables_that_are_generated_as_sound_are(table):
    """The other properties lean on this generator, so that it has to keep its word."""
    assert prove(table).is_valid
