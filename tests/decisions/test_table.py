"""A table goes through its cases in a fixed order, and a row says which of them are its own."""

from __future__ import annotations

from generator.decisions.table import Axis, Row, Table

HOURS = Axis("hours", ("business", "after"))
SEVERITY = Axis("severity", ("a", "b", "c"))


def test_cases_come_in_the_declared_order_the_last_dimension_fastest():
    """A reader sees the cases in the order in which the writer declared dimensions and values."""
    table = Table((HOURS, SEVERITY), ())

    assert list(table.cases()) == [
        {"hours": "business", "severity": "a"},
        {"hours": "business", "severity": "b"},
        {"hours": "business", "severity": "c"},
        {"hours": "after", "severity": "a"},
        {"hours": "after", "severity": "b"},
        {"hours": "after", "severity": "c"},
    ]
    assert table.size == 6


def test_without_dimensions_there_is_one_case():
    """A price that depends on nothing still has the one case in which it is asked for."""
    table = Table((), ())

    assert list(table.cases()) == [{}]
    assert table.size == 1


def test_what_a_row_does_not_name_is_any():
    """A row that names only the hours is for every severity."""
    row = Row("night", {"hours": frozenset({"after"})}, None)

    assert [row.matches(case) for case in Table((HOURS, SEVERITY), ()).cases()] == [
        False,
        False,
        False,
        True,
        True,
        True,
    ]


def test_a_row_wants_every_dimension_that_it_names():
    """A row with two conditions is for the cases that meet both, and each condition may allow several values."""
    row = Row("night", {"hours": frozenset({"after"}), "severity": frozenset({"b", "c"})}, None)

    assert [case for case in Table((HOURS, SEVERITY), ()).cases() if row.matches(case)] == [
        {"hours": "after", "severity": "b"},
        {"hours": "after", "severity": "c"},
    ]
