"""A quote for a part of a case says what going through all its completions says, for every part of every case."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pricing
from generator.pricing.quote import quote
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

SUBJECTS = [(path, modality.id) for path in (PORTUGUESE, HARBOUR) for modality in catalogue(path).modalities]


@st.composite
def parts(draw: st.DrawFn):
    """A modality of one of the catalogues, and what is known of a case."""
    path, name = draw(st.sampled_from(SUBJECTS))
    offer = catalogue(path)
    modality = offer.modality[name]
    dimensions = pricing.dimensions(offer, offer.pricing_rule[modality.pricing])
    known = draw(st.fixed_dictionaries({}, optional={d.id: st.sampled_from(d.values) for d in dimensions}))
    return offer, modality, dimensions, known


def completions(offer, modality, dimensions, known):
    """Each whole case that agrees with what is known, decided by itself."""
    choices = [(known[d.id],) if d.id in known else d.values for d in dimensions]
    for values in product(*choices):
        yield pricing.decide(offer, modality, dict(zip((d.id for d in dimensions), values, strict=True)))


def fate(case):
    return case.state, case.payer, case.row and case.row.id, case.amount, case.facts


def money(case):
    return case.state, case.payer, case.amount


@given(parts())
def test_the_results_are_those_of_all_completions(part):
    """No possible result is left out, none is made up, and each case stands under its own."""
    offer, modality, dimensions, known = part
    wanted = {}
    for case in completions(offer, modality, dimensions, known):
        wanted.setdefault(fate(case), []).append(case.id)

    found = {
        (r.state, r.payer, r.row and r.row.id, r.price, r.facts): list(r.cases)
        for r in quote(offer, modality, known).results
    }
    assert found == wanted


@given(parts())
def test_something_decides_exactly_where_the_money_is_open(part):
    """What decides is an open thing with the fewest results at worst, and its ways are all its answers."""
    offer, modality, dimensions, known = part
    made = quote(offer, modality, known)
    left = {
        d.id: [
            {money(c) for c in completions(offer, modality, dimensions, {**known, d.id: v})} for v in d.values
        ]
        for d in dimensions
        if d.id not in known
    }
    everything = {money(case) for case in completions(offer, modality, dimensions, known)}

    assert (made.deciding is None) == (len(everything) == 1)
    if made.deciding:
        worst = {name: max(map(len, results)) for name, results in left.items()}
        assert worst[made.deciding] == min(worst.values())
        assert [{r.money for r in way.results} for way in made.ways] == left[made.deciding]


@given(parts())
def test_nearby_is_exactly_the_changes_of_one_thing_that_change_the_money(part):
    """Each known thing is changed alone; what then comes to other money for certain is near, and nothing else."""
    offer, modality, dimensions, known = part
    made = quote(offer, modality, known)
    here = {money(case) for case in completions(offer, modality, dimensions, known)}
    wanted = {}
    for dimension in dimensions:
        for value in dimension.values:
            if dimension.id in known and value != known[dimension.id]:
                there = {
                    money(case)
                    for case in completions(offer, modality, dimensions, {**known, dimension.id: value})
                }
                if len(here) == len(there) == 1 and here != there:
                    (wanted[dimension.id, value],) = there

    assert {(near.dimension, near.value): near.result.money for near in made.nearby} == wanted


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_a_whole_case_is_told_as_it_is_decided(path):
    """With nothing open, a quote is the case itself: every one of both catalogues."""
    offer = catalogue(path)
    for modality in offer.modalities:
        for case in pricing.cases(offer, modality):
            (result,) = quote(offer, modality, case.case).results
            assert (result.state, result.payer, result.row, result.price, result.facts, result.cases) == (
                case.state,
                case.payer,
                case.row,
                case.amount,
                case.facts,
                (case.id,),
            )
