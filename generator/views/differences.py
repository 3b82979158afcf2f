"""How two modalities differ, computed from the entries of both, so that the two pages can never disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.modalities import Modality, ScopeState
from generator.catalogue.references import OUTCOME
from generator.views.context import Context, Link
from generator.views.pricing import least
from generator.views.states import State, access_state, price_state, required, scope_state
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing in which two modalities differ: what it is, here, and there."""

    name: str
    here: tuple[State, ...]
    there: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that tells another modality from this one."""

    other: Link
    aspects: tuple[Aspect, ...]


def difference(context: Context, here: Modality, there: Modality) -> Difference:
    return Difference(context.modality_link(there.id), tuple(_aspects(context, here, there)))


def _aspects(context: Context, here: Modality, there: Modality) -> Iterator[Aspect]:
    catalogue = context.catalogue
    one, other = _prices(context, here), _prices(context, there)
    for name in dict.fromkeys((*one, *other)):
        if one.get(name, ()) != other.get(name, ()):
            yield Aspect(name, one.get(name, ()), other.get(name, ()))
    minimums = [least(context, modality) for modality in (here, there)]
    if minimums[0] != minimums[1]:
        yield Aspect(context.gettext("Least quantity"), (minimums[0],), (minimums[1],))
    for aspect in catalogue.aspects:
        said = [modality.aspects[aspect.id].text for modality in (here, there)]
        if said[0] != said[1]:
            yield Aspect(aspect.name, *((_said(context, text),) for text in said))
    for scope in catalogue.scope.values():
        states = [modality.scopes[scope.id].state for modality in (here, there)]
        # What no source tells of either side is no difference that a reader could act on.
        if states[0] is not states[1] and ScopeState.UNKNOWN not in states:
            yield Aspect(scope.name, *((scope_state(context, state),) for state in states))
    for requester in catalogue.requesters:
        stands = [catalogue.access(modality, requester.id).state for modality in (here, there)]
        if stands[0] is not stands[1]:
            yield Aspect(requester.name, *((access_state(context, stand),) for stand in stands))
    for precondition in catalogue.preconditions:
        wanted = [
            any(each.precondition == precondition.id for each in modality.preconditions)
            for modality in (here, there)
        ]
        if wanted[0] != wanted[1]:
            yield Aspect(precondition.name, *((required(context, each),) for each in wanted))


def _said(context: Context, text: str | None) -> State:
    return State("none", plain(text)) if text else State("unknown", context.gettext("Not told"))


def _prices(context: Context, modality: Modality) -> dict[str, tuple[State, ...]]:
    """Outcome by name to the distinct states of its price, for whoever may ask."""
    names = {outcome.id: outcome.name for outcome in context.catalogue.outcomes}
    found: dict[str, dict[State, None]] = {}
    for case in decided_cases(context.catalogue, modality):
        if case.row:
            found.setdefault(names[case.case[OUTCOME]], {})[price_state(context, case.state)] = None
    return {name: tuple(states) for name, states in found.items()}
