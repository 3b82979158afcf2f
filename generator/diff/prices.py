"""What changes in what cases come to: every case of every modality is compared, and those that change alike are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator import pricing
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.diff import whom
from generator.diff.edit import Edit, Topic
from generator.diff.sides import Side, Sides
from generator.pricing.table import PricedCase
from generator.promises.changes import Change, Effect, effect, favours
from generator.promises.promise import Promise
from generator.promises.telling import home, home_of_value

MOST_CODES = 6
"""Cases with another code that are named; of more, their number is."""


class _Turn(NamedTuple):
    """A case as it was, None where there was none, and as it is."""

    before: PricedCase | None
    after: PricedCase

    @property
    def case(self) -> Mapping[str, str]:
        return {**(self.before.case if self.before else {}), **self.after.case}


def prices(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell what changes in prices; ``changes`` are those of cases."""
    by_promise: dict[Promise, Change] = {}
    for each in changes:
        by_promise.update((side, each) for side in (each.before, each.after) if side)
    for modality in sides.order:
        groups: dict[tuple[str, str, Effect], list[_Turn]] = {}
        renamed: list[_Turn] = []
        for turn in _turns(sides, modality):
            before, after = turn
            if before and _money(before) == _money(after):
                renamed += [turn] if before.id != after.id else []
            # A case that only follows from a requester who may not ask is told with that.
            elif after.row or not before:
                said = _priced(sides.old, before) if before else "", _priced(sides.new, after)
                groups.setdefault((*said, _judged(sides, turn)), []).append(turn)
        among = _dimensions(sides, modality)
        for (was, now, judged), turns in groups.items():
            edit = _edit(sides, modality, turns, among, f"{sides.turned(was, now)}.")
            yield edit._replace(effect=judged, changes=tuple(_of(sides, turns, by_promise)))
        if renamed:
            text = sides.gettext("Cases that have another code now: {cases}.", cases=_codes(sides, renamed))
            of = tuple(_of(sides, renamed, by_promise))
            yield Edit(Effect.NEUTRAL, Topic.PRICE, text, (modality,), changes=of)


def _codes(sides: Sides, turns: Sequence[_Turn]) -> str:
    told = list(dict.fromkeys(f"{turn.before.id} > {turn.after.id}" for turn in turns if turn.before))
    more = len(told) - MOST_CODES
    if more > 0:
        told[MOST_CODES:] = [sides.gettext("… and {number} more", number=more)]
    return ", ".join(told)


def _turns(sides: Sides, modality: str) -> Iterator[_Turn]:
    """Put each case beside what it was: cases that agree in all that both prices depend on."""
    old, new = (_cases(side.catalogue, modality) for side in (sides.old, sides.new))
    if not old or not new:
        yield from (_Turn(None, each) for each in new)
        return
    shared = [name for name in old[0].case if name in new[0].case]
    by_shared: dict[tuple[str, ...], list[PricedCase]] = {}
    for each in old:
        by_shared.setdefault(tuple(each.case[name] for name in shared), []).append(each)
    for each in new:
        for before in by_shared.get(tuple(each.case[name] for name in shared), [None]):
            yield _Turn(before, each)


def _cases(catalogue: Catalogue, modality: str) -> list[PricedCase]:
    found = catalogue.modality.get(modality)
    return list(pricing.cases(catalogue, found)) if found else []


def _money(case: PricedCase) -> tuple[object, ...]:
    amount = case.amount
    return case.state, case.payer, amount and (amount.value, amount.currency, amount.tax)


def _judged(sides: Sides, turn: _Turn) -> Effect:
    """Judge a case that comes to something else, or is new."""
    before, after = turn
    terms = sides.new.tell.terms
    now = _promise(sides.new, after)
    if before is None:
        return Effect.BETTER if favours(now, terms) else Effect.NEUTRAL
    found = effect(_promise(sides.old, before), now, terms)
    payers = {before.payer, after.payer}
    if found is not Effect.NEUTRAL or len(payers) == 1 or not payers.isdisjoint({None, UNKNOWN}):
        return found
    # Somebody else pays: for whoever asks, it matters whether that is they themselves.
    was_own, is_own = (
        each.payer == side.catalogue.requester[each.case[REQUESTER]].party
        for side, each in ((sides.old, before), (sides.new, after))
    )
    if was_own == is_own:
        return Effect.NEUTRAL
    return Effect.WORSE if is_own else Effect.BETTER


def _promise(side: Side, case: PricedCase) -> Promise:
    homes = home("modalities", case.modality), *(home_of_value(*each) for each in case.case.items())
    return side.case[frozenset(homes)]


def _priced(side: Side, case: PricedCase) -> str:
    """Say what a case comes to, and who pays."""
    tell = side.tell
    said = [tell.terms.prices[case.state]]
    if case.amount:
        said.append(tell.format.price(case.amount).replace("\u00a0", " "))
    if case.payer == UNKNOWN:
        said.append(tell.gettext("who pays is not told"))
    elif case.payer:
        said.append(tell.gettext("paid by {party}", party=tell.catalogue.party[case.payer].name))
    if tell.inferred(case.facts):
        said[-1] += f" ({tell.terms.inferred})"
    return ", ".join(said)


def _dimensions(sides: Sides, modality: str) -> tuple[whom.Among, ...]:
    catalogues = [side.catalogue for side in (sides.new, sides.old) if modality in side.catalogue.modality]
    names: dict[str, None] = {}
    for each in catalogues:
        rule = each.pricing_rule[each.modality[modality].pricing]
        names |= dict.fromkeys(axis.id for axis in pricing.dimensions(each, rule))
    return tuple(whom.Among(name, tuple(whom.values_of(name, catalogues[0]))) for name in names)


def _edit(
    sides: Sides, modality: str, turns: Sequence[_Turn], among: Sequence[whom.Among], said: str
) -> Edit:
    # A value that only an older price looks at is not among those of the newer one.
    cells = [tuple(turn.case.get(each.id, "") for each in among) for turn in turns]
    who = whom.cases(sides, cells, among)
    text = sides.gettext("Price for {who}: {told}", who=who, told=said)
    found = tuple(turn.after.id for turn in turns)
    asking = tuple(dict.fromkeys(turn.case[REQUESTER] for turn in turns))
    return Edit(Effect.NEUTRAL, Topic.PRICE, text, (modality,), asking, tuple(dict.fromkeys(found)))


def _of(sides: Sides, turns: Iterable[_Turn], changes: Mapping[Promise, Change]) -> Iterator[Change]:
    found: dict[Change, None] = {}
    for turn in turns:
        for side, case in ((sides.old, turn.before), (sides.new, turn.after)):
            if case and (change := changes.get(_promise(side, case))):
                found[change] = None
    yield from found
