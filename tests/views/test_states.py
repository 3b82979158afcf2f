"""A state carries the facts that it rests on, and cannot be made without any."""

from __future__ import annotations

import pytest

from generator.catalogue.modalities import Access, ScopeState
from generator.catalogue.pricing_rules import PriceState
from generator.i18n import words
from generator.views import states
from generator.views.context import Context, WholeGuide
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue


@pytest.fixture
def context() -> Context:
    return Context(WholeGuide(catalogue(HARBOUR), words("en"), lambda _path: (1, 1)), "")


def test_no_state_without_facts(context: Context) -> None:
    """Whatever a state says needs facts; only that no source speaks may have none."""
    for make, state in (
        (states.price_state, PriceState.FREE),
        (states.scope_state, ScopeState.INCLUDED),
        (states.access_state, Access.DENIED),
        (states.said, "10 minutes"),
    ):
        with pytest.raises(ValueError, match="rests on no fact"):
            make(context, state, ())  # type: ignore[operator]
    assert states.untold(context).citation.links == ()


def test_what_comes_first_is_needed_not_told_or_no_question() -> None:
    """By its facts where it is; where no source names it, that is said, but for the very service that comes first."""
    context = Context(WholeGuide(catalogue(PORTUGUESE), words("en"), lambda _path: (1, 1)), "")
    told = {
        (modality.id, each.id): states.required(context, modality, each.id)
        for modality in context.catalogue.modalities
        for each in context.catalogue.preconditions
    }
    for (id_, precondition), state in told.items():
        modality = context.catalogue.modality[id_]
        wanted = modality.wants(precondition)
        its_own = context.catalogue.precondition[precondition].service == id_
        word = "Needed" if wanted else "Does not apply" if its_own else "Not told"
        assert (state.word, state.citation.facts) == (word, " ".join(wanted or ()))
    assert {state.kind for state in told.values()} == {"required", "unasked", "unknown"}
    fact = next(iter(context.catalogue.facts))
    silent = next(each for each in context.catalogue.modalities if not each.preconditions)
    asked = silent.model_copy(update={"preconditions_facts": (fact,)})
    untold = [states.required(context, asked, each.id) for each in context.catalogue.preconditions]
    assert fact in {state.citation.facts for state in untold if state.kind == "unknown"}


def test_states_that_say_the_same_are_equal(context: Context) -> None:
    """Two modalities do not differ in what both say, each by facts of its own."""
    one, other = list(context.catalogue.facts)[:2]
    assert states.said(context, "10 minutes", (one,)) == states.said(context, "10 minutes", (other,))
