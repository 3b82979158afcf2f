"""What `guia diff` says of edits of all kinds: nothing of what means nothing, and something of all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.catalogue.entry import Model
from generator.catalogue.root import Catalogue
from generator.decisions.evaluation import Undecided
from generator.diff.comparing import compare
from generator.diff.edit import EFFECTS
from generator.i18n import words
from generator.linter.recovery import changed
from generator.promises.changes import Effect
from generator.promises.reading import promises
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue
from tests.mutation.mutants import KINDS

GUIDE = catalogue(PORTUGUESE)

IN_ORDER = {"steps", "preconditions", "recommend", "depends_on"}
"""Lists whose order says something; that of the last is the order of the codes in a case's id."""

EACH = 2
"""Edits that are looked at of each kind: comparing takes time."""


def turned(value: Any, key: str = "") -> Any:
    """Return a part of a catalogue with every list and every map in it the other way round, but those in order."""
    if isinstance(value, Model):
        fields = {name: turned(getattr(value, name), name) for name in type(value).model_fields}
        return type(value).model_construct(**fields)
    if isinstance(value, tuple):
        made = tuple(turned(each) for each in value)
        return made if key in IN_ORDER else made[::-1]
    if isinstance(value, dict):
        return {name: turned(value[name]) for name in reversed(value)}
    return value


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_order_is_no_difference(path: Any):
    """Whatever stands in another order, where order says nothing, nothing has changed."""
    guide = catalogue(path)
    other: Catalogue = turned(guide)
    assert other != guide
    assert compare(guide, other).edits == ()


def reflowed(value: Any) -> Any:
    if isinstance(value, Model):
        kind = type(value)
        return kind.model_construct(**{name: reflowed(getattr(value, name)) for name in kind.model_fields})
    if isinstance(value, tuple):
        return tuple(map(reflowed, value))
    if isinstance(value, dict):
        return {name: reflowed(each) for name, each in value.items()}
    return value.replace(" ", "\n") if type(value) is str else value


def test_lines_are_no_difference():
    """Texts that are broken into other lines say the same."""
    assert compare(GUIDE, reflowed(GUIDE)).edits == ()


def some(kind: str) -> Iterator[tuple[str, Catalogue]]:
    """Give a few edits of a kind, far from each other; one that leaves a case without an answer is no catalogue."""
    found = list(KINDS[kind](GUIDE))
    for place, change, values in found[:: max(1, len(found) // EACH)][:EACH]:
        other = changed(GUIDE, values)
        try:
            promises(other, words(other.guide.language))
        except (Undecided, KeyError):
            continue
        yield f"{place}: {change}", other


@pytest.mark.parametrize("kind", KINDS)
def test_every_change_is_told(kind: str):
    """Each promise that changes is in what is told, and the other way round what is worse is better."""
    for name, other in some(kind):
        there, back = compare(GUIDE, other), compare(other, GUIDE)
        for each in (there, back):
            assert {change for edit in each.edits for change in edit.changes} == {*each.changes}, name
            assert all(edit.text and "{" not in edit.text.replace("{+", "") for edit in each.edits)
            assert [EFFECTS.index(edit.effect) for edit in each.edits] == sorted(
                EFFECTS.index(edit.effect) for edit in each.edits
            )
        swapped = {Effect.WORSE: Effect.BETTER, Effect.BETTER: Effect.WORSE}
        assert {swapped.get(edit.effect) for edit in there.edits} - {None} == {
            edit.effect for edit in back.edits if edit.effect in swapped
        }, name
