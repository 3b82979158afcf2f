"""What would mislead a customer is noticed by a writer's own commands: `guia check` and `guia promises --check`."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.catalogues import PORTUGUESE, catalogue
from tests.mutation.mutants import KINDS, mutants
from tests.mutation.score import Judge

BAR = 0.99
"""The least share of mutants that has to be noticed."""

STEP = 2
"""Of so many mutants of a kind one is tried here; `python -m tests.mutation` tries all."""

SURVIVORS: Mapping[str, str] = {}
"""What nothing notices, and why that misleads nobody."""


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(catalogue(PORTUGUESE))


@pytest.mark.parametrize("kind", KINDS)
def test_what_would_mislead_is_noticed(kind: str, judge: Judge, record_property):
    """Of each kind of misleading change at least 99 % are noticed, and each other is told with its reason."""
    made = list(mutants(catalogue(PORTUGUESE), [kind]))[::STEP]
    alive = {each.name for each in made if not judge.notices(each)}
    score = 1 - len(alive) / len(made)
    told = [f"{kind}: {len(made) - len(alive)} of {len(made)} noticed, {score:.1%}"]
    told += [f"  survived: {name}: {SURVIVORS.get(name, 'no reason given')}" for name in sorted(alive)]
    record_property("score", "\n".join(told))
    print(*told, sep="\n")

    assert score >= BAR, told
    assert alive - SURVIVORS.keys() == set(), "notice these, or say in SURVIVORS why they mislead nobody"


def test_each_survivor_is_a_mutant_that_is_made():
    """A reason is given only for what is really tried."""
    names = {each.name for each in mutants(catalogue(PORTUGUESE))}
    assert SURVIVORS.keys() - names == set()


def test_each_kind_of_change_is_made_and_each_mutant_once():
    """No way of misleading that is counted stays untried, and none counts twice by its name."""
    made = list(mutants(catalogue(PORTUGUESE)))
    assert {each.kind for each in made} == set(KINDS)
    assert len({each.name for each in made}) == len(made)
