"""Two readings of a page, held against each other paragraph by paragraph."""

from __future__ import annotations

import pytest

from generator.watched.comparing import PageComparison, compare, fingerprint


def told(before: str, after: str) -> tuple[list[tuple[int | None, int | None]], bool]:
    found: PageComparison = compare(before.split(), after.split())
    return [(each.before, each.after) for each in found.differences], found.reordered


@pytest.mark.parametrize(
    ("before", "after", "differences", "reordered"),
    [
        ("a b c", "a b c", [], False),
        ("a b c", "c a b", [], True),
        ("a b c", "a x c", [(2, 2)], False),
        ("a b c", "a b c d", [(None, 4)], False),
        ("a b c", "n a b c", [(None, 1)], False),
        ("a b c", "a c", [(2, None)], False),
        ("a b c", "n a x c", [(None, 1), (2, 3)], False),
        ("a b c d", "a x y d", [(2, 2), (3, 3)], False),
        ("a b d", "a x y d", [(2, 2), (None, 3)], False),
        ("a b c d", "d x a b", [(3, None), (None, 2)], True),
        ("a a b", "a b", [(2, None)], False),
        ("a b a", "b a", [(3, None)], False),
        ("", "a", [(None, 1)], False),
        ("a", "", [(1, None)], False),
        ("", "", [], False),
    ],
)
def test_what_became_of_paragraphs(
    before: str, after: str, differences: list[tuple[int | None, int | None]], reordered: bool
):
    """What stands in both is the same wherever it stands; what took a place is another, the rest came or went."""
    found, order = told(before, after)
    assert sorted(found, key=str) == sorted(differences, key=str)
    assert order is reordered


def test_a_long_page_is_compared_at_once():
    """Paragraphs that are all others, or all the same one, cost no more than their number."""
    many = [str(number) for number in range(20_000)]
    assert len(compare(many, [f"{each}x" for each in many]).changed) == 20_000
    assert len(compare(["a"] * 20_000, ["a"]).went) == 19_999


def test_a_fingerprint_is_no_text():
    """What is kept of a paragraph is as long as that of any other, and another for another word."""
    assert fingerprint("A lamp costs EUR 40.00.") != fingerprint("A lamp costs EUR 42.00.")
    assert {len(fingerprint(each)) for each in ("", "a", "a" * 10_000, "\ud800")} == {16}
