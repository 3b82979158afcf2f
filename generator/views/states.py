"""States as readers meet them: a kind for the look, and the word that says it without colour or icon."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.modalities import Access, ScopeState
from generator.catalogue.pricing_rules import PriceState
from generator.i18n import N_, Words
from generator.views.context import Context


@dataclass(frozen=True, slots=True)
class State:
    """A state: ``kind`` names its look, ``word`` says it."""

    kind: str
    word: str


_PRICE = {
    PriceState.FREE: N_("No charge per service"),
    PriceState.CHARGED: N_("Charged"),
    PriceState.WAIVED: N_("Charge waived"),
    PriceState.ON_QUOTE: N_("On quote"),
    PriceState.NOT_OFFERED: N_("Not offered"),
    PriceState.UNKNOWN: N_("Not told"),
}
_SCOPE = {
    ScopeState.INCLUDED: N_("Covered"),
    ScopeState.EXCLUDED: N_("Not covered"),
    ScopeState.CONDITIONAL: N_("Covered under a condition"),
    ScopeState.UNKNOWN: N_("Not told"),
}
_ACCESS = {
    Access.ALLOWED: N_("May ask"),
    Access.DENIED: N_("May not ask"),
    Access.UNKNOWN: N_("Not told"),
}


def price_state(context: Context, state: PriceState) -> State:
    return State(state.value, price_word(context.whole.words, state))


def price_word(words: Words, state: PriceState) -> str:
    return words.gettext(_PRICE[state])


def scope_state(context: Context, state: ScopeState) -> State:
    return State(state.value, context.gettext(_SCOPE[state]))


def access_state(context: Context, state: Access) -> State:
    return State(state.value, context.gettext(_ACCESS[state]))


def required(context: Context, wanted: bool) -> State:
    """Say whether something must come first."""
    return (
        State("required", context.gettext("Needed"))
        if wanted
        else State("none", context.gettext("Not asked for"))
    )
