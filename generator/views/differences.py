"""How two modalities differ, computed from the entries of both, so that the two pages can never disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.analysis.decided_cases import decided_cases
from generator.catalogue.modalities import AspectTold, Modality
from generator.catalogue.references import OUTCOME
from generator.pricing.table import PricedCase
from generator.views.context import Context, Link
from generator.views.pricing import least, states_of, told_a_price
from generator.views.states import State, access_state, required, said, scope_state, untold
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing in which what is told of two modalities differs: what it is, here, and there."""

    name: str
    here: tuple[State, ...]
    there: tuple[State, ...]
    who: tuple[str, ...] = field(default=(), kw_only=True)
    """Of prices, those for whom both sides tell one."""

    @property
    def known(self) -> bool:
        """Whether both sides are told: what no source tells of one is no difference that a reader could act on."""
        return all(each.kind != "unknown" for each in (*self.here, *self.there))


@dataclass(frozen=True, slots=True)
class Difference:
    """All that tells another modality from this one; ``untold`` is what is told of one of them alone."""

    other: Link
    aspects: tuple[Contrast, ...]
    untold: tuple[str, ...]


def difference(context: Context, here: Modality, there: Modality) -> Difference:
    contrasts = tuple(_contrasts(context, here, there))
    return Difference(
        context.modality_link(there.id),
        tuple(each for each in contrasts if each.known),
        tuple(each.name for each in contrasts if not each.known),
    )


def _contrasts(context: Context, here: Modality, there: Modality) -> Iterator[Contrast]:
    catalogue = context.catalogue
    one, other = _prices(context, here), _prices(context, there)
    others = told_a_price(context, there)
    who = tuple(each for each in told_a_price(context, here) if each in others)
    for name in dict.fromkeys((*one, *other)):
        if one.get(name, ()) != other.get(name, ()):
            yield Contrast(name, one.get(name, ()), other.get(name, ()), who=who)
    minimums = [least(context, modality) for modality in (here, there)]
    if minimums[0] != minimums[1]:
        yield Contrast(context.gettext("Least quantity"), (minimums[0],), (minimums[1],))
    for aspect in catalogue.aspects:
        told = [modality.aspects[aspect.id] for modality in (here, there)]
        if told[0].text != told[1].text:
            yield Contrast(aspect.name, *((_told(context, each),) for each in told))
    for scope in catalogue.scope.values():
        covers = [modality.scopes[scope.id] for modality in (here, there)]
        states = [each.state for each in covers]
        if states[0] is not states[1]:
            yield Contrast(scope.name, *((scope_state(context, each.state, each.facts),) for each in covers))
    for requester in catalogue.requesters:
        stands = [catalogue.access(modality, requester.id) for modality in (here, there)]
        if stands[0].state is not stands[1].state:
            yield Contrast(
                requester.name, *((access_state(context, each.state, each.facts),) for each in stands)
            )
    for precondition in catalogue.preconditions:
        wanted = [required(context, modality, precondition.id) for modality in (here, there)]
        # Only what is needed on one side tells it from the other.
        if wanted[0] != wanted[1] and "required" in (each.kind for each in wanted):
            yield Contrast(precondition.name, *((each,) for each in wanted))


def _told(context: Context, aspect: AspectTold) -> State:
    return said(context, plain(aspect.text), aspect.facts) if aspect.text else untold(context, aspect.facts)


def _prices(context: Context, modality: Modality) -> dict[str, tuple[State, ...]]:
    """Outcome by name to the distinct states of its price, for whoever may ask."""
    names = {outcome.id: outcome.name for outcome in context.catalogue.outcomes}
    found: dict[str, list[PricedCase]] = {}
    for case in decided_cases(context.catalogue, modality):
        if case.row:
            found.setdefault(names[case.case[OUTCOME]], []).append(case)
    return {name: states_of(context, cases) for name, cases in found.items()}
