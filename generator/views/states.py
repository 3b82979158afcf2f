"""States as readers meet them: a kind for the look, the word that says it without colour or icon, and its facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue.modalities import Access, Modality, ScopeState
from generator.catalogue.pricing_rules import PriceState
from generator.i18n import N_, Words
from generator.views.context import Citation, Context

_SILENT = frozenset(("unknown", "unasked"))
"""What only says that no source speaks, or has to: there may be no fact that tells even that."""


@dataclass(frozen=True, slots=True)
class State:
    """A state: ``kind`` names its look, ``word`` says it; two that say the same are equal, whatever they rest on."""

    kind: str
    word: str
    citation: Citation = field(compare=False)

    def __post_init__(self) -> None:
        if not self.citation.links and self.kind not in _SILENT:
            message = f"the state {self.word!r} rests on no fact"
            raise ValueError(message)


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


def price_word(words: Words, state: PriceState) -> str:
    return words.gettext(_PRICE[state])


def scope_word(words: Words, state: ScopeState) -> str:
    return words.gettext(_SCOPE[state])


def access_word(words: Words, state: Access) -> str:
    return words.gettext(_ACCESS[state])


def price_state(context: Context, state: PriceState, facts: Iterable[str]) -> State:
    return State(state.value, price_word(context.whole.words, state), context.citation(facts))


def scope_state(context: Context, state: ScopeState, facts: Iterable[str]) -> State:
    return State(state.value, scope_word(context.whole.words, state), context.citation(facts))


def access_state(context: Context, state: Access, facts: Iterable[str]) -> State:
    return State(state.value, access_word(context.whole.words, state), context.citation(facts))


def required(context: Context, modality: Modality, precondition: str) -> State:
    """Say whether something must come first; nobody asks that of the very service that it is."""
    facts = modality.wants(precondition)
    if facts is not None:
        return State("required", context.gettext("Needed"), context.citation(facts))
    if context.catalogue.precondition[precondition].service == modality.id:
        return State("unasked", context.gettext("Does not apply"), context.citation(()))
    return untold(context, modality.preconditions_facts or ())


def said(context: Context, text: str, facts: Iterable[str]) -> State:
    """Say what holds in words of its own, without a look."""
    return State("none", text, context.citation(facts))


def untold(context: Context, facts: Iterable[str] = ()) -> State:
    """Say that no source tells, by the facts that say so where there are any."""
    return State("unknown", context.gettext("Not told"), context.citation(facts))
