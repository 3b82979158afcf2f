"""Cases as few blocks: each case is in exactly one of them."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from generator.diff.boxes import boxes

CELLS = st.sets(st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), st.sampled_from("123")))


@given(CELLS)
def test_blocks_are_the_cells(cells: set[tuple[str, ...]]):
    """Blocks have all the cells, no other, and none twice."""
    found = [cell for box in boxes(sorted(cells)) for cell in product(*box)]
    assert sorted(found) == sorted(cells)


def test_a_whole_is_one_block():
    """All values with all values are one block, and so is what differs in one dimension."""
    assert boxes(product("ab", "xyz")) == [(("a", "b"), ("x", "y", "z"))]
    assert boxes([("a", "x"), ("b", "x"), ("c", "y")]) == [(("a", "b"), ("x",)), (("c",), ("y",))]
