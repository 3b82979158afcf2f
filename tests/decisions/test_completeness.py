"""A table is complete, unambiguous and live, or the proof names what is wrong with a case that shows it."""

from __future__ import annotations

import pytest

from generator import pricing
from generator.decisions import finder
from generator.decisions.completeness import Overlap, Proof, UncoveredCases, prove
from generator.decisions.table import Axis, Row, Table
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

HOURS = Axis("hours", ("business", "after"))
SEVERITY = Axis("severity", ("a", "b", "c"))


def rows(*whens: dict[str, str]) -> tuple[Row[None], ...]:
    """Rows by position, with their values told as `"b c"`."""
    return tuple(
        Row(f"row-{i}", {name: frozenset(values.split()) for name, values in when.items()}, None)
        for i, when in enumerate(whens)
    )


def test_nothing_stands_against_a_table_in_which_each_case_has_one_row():
    """Day at any severity, night with an emergency, night without: each case has its one row."""
    table = Table(
        (HOURS, SEVERITY),
        rows(
            {"hours": "business"}, {"hours": "after", "severity": "a"}, {"hours": "after", "severity": "b c"}
        ),
    )

    assert Proof(gap=None, overlaps=(), unreachable=(), irrelevant=()) == prove(table)
    assert prove(table).is_valid


def test_a_gap_is_told_by_its_first_case_and_its_size():
    """A writer who forgot the lower severities at night is shown the first such night, and that there are two."""
    table = Table((HOURS, SEVERITY), rows({"hours": "business"}, {"hours": "after", "severity": "a"}))

    proof = prove(table)

    assert UncoveredCases({"hours": "after", "severity": "b"}, 2) == proof.gap
    assert (proof.overlaps, proof.unreachable) == ((), ())
    assert not proof.is_valid


def test_a_table_without_rows_is_one_gap():
    """Where nothing was written, all cases are missing."""
    assert (
        UncoveredCases({"hours": "business", "severity": "a"}, 6) == prove(Table((HOURS, SEVERITY), ())).gap
    )


def test_each_pair_of_rows_that_overlap_is_told_with_its_own_case():
    """Three rows of which the first meets both others give two pairs, not three, each with a case of its own."""
    table = Table((HOURS, SEVERITY), rows({}, {"hours": "after", "severity": "c"}, {"severity": "b"}))

    proof = prove(table)

    assert (
        Overlap((0, 1), {"hours": "after", "severity": "c"}, 1),
        Overlap((0, 2), {"hours": "business", "severity": "b"}, 2),
    ) == proof.overlaps
    assert proof.gap is None
    assert not proof.is_valid


def test_rows_that_touch_in_one_dimension_only_do_not_overlap():
    """Two rows for the same severity are no clash when their hours differ."""
    table = Table(
        (HOURS, SEVERITY),
        rows({"hours": "business", "severity": "a b"}, {"hours": "after", "severity": "b c"}),
    )

    assert prove(table).overlaps == ()


def test_a_row_that_can_match_nothing_is_dead():
    """A row for a value that its dimension does not have is for no case at all."""
    table = Table((HOURS, SEVERITY), rows({}, {"severity": "d"}))

    proof = prove(table)

    assert proof.unreachable == (1,)
    assert (proof.gap, proof.overlaps) == (None, ())
    assert not proof.is_valid


def test_a_dimension_that_changes_nothing_is_idle_even_where_rows_name_it():
    """A row that lists every severity asks for a severity in vain, which is worth a word but breaks nothing."""
    table = Table((HOURS, SEVERITY), rows({"hours": "business", "severity": "a b c"}, {"hours": "after"}))

    proof = prove(table)

    assert proof.irrelevant == ("severity",)
    assert proof.is_valid


def test_a_dimension_that_matters_in_one_case_only_is_not_idle():
    """One exception at one severity at night is enough for severity to matter."""
    table = Table(
        (HOURS, SEVERITY),
        rows(
            {"hours": "business"}, {"hours": "after", "severity": "a b"}, {"hours": "after", "severity": "c"}
        ),
    )

    assert prove(table).irrelevant == ()


def test_a_table_without_dimensions_needs_exactly_one_row():
    """A price that depends on nothing has one case: no row leaves a gap, two rows overlap."""
    assert UncoveredCases({}, 1) == prove(Table((), ())).gap
    assert prove(Table((), rows({}))).is_valid
    assert (Overlap((0, 1), {}, 1),) == prove(Table((), rows({}, {}))).overlaps


def test_a_million_cases_are_proven_without_going_through_them():
    """A table of ten dimensions with four values each is proven in an instant, and its one missing case is found."""
    dimensions = tuple(Axis(f"d{i}", tuple("wxyz")) for i in range(10))
    cut = [dict.fromkeys([f"d{j}" for j in range(i)], "z") | {f"d{i}": "w x y"} for i in range(10)]

    proof = prove(Table(dimensions, rows(*cut)))

    assert UncoveredCases({f"d{i}": "z" for i in range(10)}, 1) == proof.gap
    assert (proof.overlaps, proof.unreachable, proof.irrelevant) == ((), (), ())


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_every_price_table_of_a_catalogue_is_sound(path):
    """Whoever asks for a price in either guide gets one answer, never none and never two."""
    offer = catalogue(path)

    unsound = {
        rule.id: proof
        for rule in offer.pricing_rules
        if not (proof := prove(pricing.table(offer, rule))).is_valid
    }

    assert unsound == {}


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_the_finder_of_a_catalogue_is_sound_and_asks_nothing_in_vain(path):
    """Whatever a reader answers in either guide, one recommendation follows, and each question matters."""
    proof = prove(finder.table(catalogue(path).finder))

    assert Proof(gap=None, overlaps=(), unreachable=(), irrelevant=()) == proof


def test_every_further_dimension_of_the_prices_matters():
    """A rule that says it depends on severity, hours or package does."""
    offer = catalogue(HARBOUR)

    idle = {
        rule.id: vain
        for rule in offer.pricing_rules
        if (vain := set(prove(pricing.table(offer, rule)).irrelevant) & set(rule.depends_on))
    }

    assert idle == {}
