"""What has become of a guide's promises: which are new, gone or told otherwise, and whether that is worse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.catalogue.modalities import Access, ScopeState
from generator.catalogue.pricing_rules import PriceState
from generator.promises.promise import Kind, Promise
from generator.promises.terms import PromiseTerms


class Effect(StrEnum):
    """What a change is for whoever asks for the service, or pays for it."""

    WORSE = "worse"
    BETTER = "better"
    NEUTRAL = "neutral"
    """Neither, or nobody can tell."""
    WORDING = "wording"
    """The same in other words."""


class Change(NamedTuple):
    """A promise as it was and as it is; None where there was none, or is none any more."""

    before: Promise | None
    after: Promise | None
    effect: Effect

    @property
    def is_about_money(self) -> bool:
        """Tell whether it is whoever pays to whom the change matters."""
        return self.promise.kind in (Kind.CASE, Kind.RATE, Kind.COUNT)

    @property
    def promise(self) -> Promise:
        found = self.after or self.before
        assert found is not None  # there is no change of nothing
        return found


def changes(before: Iterable[Promise], after: Iterable[Promise], told: PromiseTerms) -> tuple[Change, ...]:
    """Compare promises; in which order they stand is no difference."""
    old, new = (Counter((each.kind, each.subject, each.told) for each in them) for them in (before, after))
    by_line = {(each.kind, each.subject, each.told): each for each in (*before, *after)}
    gone: dict[tuple[Kind, str], list[Promise]] = {}
    come: dict[tuple[Kind, str], list[Promise]] = {}
    for found, left in ((gone, old - new), (come, new - old)):
        for key in left.elements():
            found.setdefault(key[:2], []).append(by_line[key])
    now = Counter((each.kind, each.subject) for each in after)
    stands = {(each.kind, each.subject): each for each in after}
    made = []
    for subject in dict.fromkeys((*gone, *come)):
        was, is_ = gone.get(subject, []), come.get(subject, [])
        if not is_ and now[subject] == 1:  # told twice in the file, as after a merge: what holds is the other
            made += [Change(each, stands[subject], effect(each, stands[subject], told)) for each in was]
        elif len(was) == len(is_) == 1:
            made.append(Change(was[0], is_[0], effect(was[0], is_[0], told)))
        else:  # several sentences of one list have one name: which became which, nobody can tell
            made += [Change(each, None, Effect.NEUTRAL) for each in was]
            made += [Change(None, each, Effect.NEUTRAL) for each in is_]
    return tuple(sorted(made, key=lambda each: each.promise.place))


_RANKS: Mapping[Kind, Mapping[str, int]] = {
    Kind.CASE: {
        PriceState.FREE: 0,
        PriceState.WAIVED: 0,
        PriceState.CHARGED: 1,
        PriceState.NOT_OFFERED: 2,
    },
    Kind.ACCESS: {Access.ALLOWED: 0, Access.DENIED: 1},
    Kind.SCOPE: {ScopeState.INCLUDED: 0, ScopeState.CONDITIONAL: 1, ScopeState.EXCLUDED: 2},
}
"""What can be told for sure: the higher, the worse for whoever asks, or pays.

Of what has no rank, such as what no source tells, only so much is sure: it is less than the best.
"""

_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) ([A-Z]{3})(?=,)")
_NUMBER = re.compile(r"\d+")


def effect(before: Promise, after: Promise, told: PromiseTerms) -> Effect:
    """Judge a promise that is told otherwise."""
    was, now = (_rank(each, told) for each in (before, after))
    if was != now and (None not in (was, now) or 0 in (was, now)):
        return _of(was == 0 or (now != 0 and was is not None and now is not None and now > was))
    if before.kind is Kind.BEFORE:
        old, new = (set(each.told.split(", ")) for each in (before, after))
        return _of(new > old) if new > old or old > new else Effect.NEUTRAL
    return _effect_on_money(before, after)


def favours(promise: Promise, told: PromiseTerms) -> bool:
    """Tell whether nothing better could be promised to whoever asks, or pays."""
    return _rank(promise, told) == 0


def _effect_on_money(before: Promise, after: Promise) -> Effect:
    """Compare amounts in one currency, and what is counted in one way; more is worse for whoever pays."""
    old, new = (each.told.partition(" [")[0] for each in (before, after))
    match before.kind:
        case Kind.CASE | Kind.RATE:
            was, now = _AMOUNT.search(old), _AMOUNT.search(new)
            if not was or not now or was[2] != now[2] or was[1] == now[1]:
                return Effect.NEUTRAL
            return _of(Decimal(now[1]) > Decimal(was[1]))
        case Kind.COUNT if _NUMBER.sub("", old) == _NUMBER.sub("", new):
            pairs = list(zip(map(int, _NUMBER.findall(old)), map(int, _NUMBER.findall(new)), strict=True))
            more, less = (any(each) for each in ([b > a for a, b in pairs], [b < a for a, b in pairs]))
            return Effect.NEUTRAL if more == less else _of(more)
    return Effect.NEUTRAL


def _of(worse: bool) -> Effect:
    return Effect.WORSE if worse else Effect.BETTER


def _rank(promise: Promise, told: PromiseTerms) -> int | None:
    states: Mapping[Kind, Mapping[str, str]] = {
        Kind.CASE: {word: state.value for state, word in told.prices.items()},
        Kind.ACCESS: {word: state.value for state, word in told.access.items()},
        Kind.SCOPE: {word: state.value for state, word in told.scopes.items()},
    }
    words = states.get(promise.kind, {})
    state = next((words[word] for word in words if _opens(promise.told, word)), None)
    return _RANKS[promise.kind].get(state) if state else None


def _opens(told: str, word: str) -> bool:
    return told == word or told.startswith((f"{word};", f"{word} ["))
