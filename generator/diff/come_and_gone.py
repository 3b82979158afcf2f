"""Entries that are new or gone: all that they promised goes with them, and is told in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue.sources import Fact
from generator.diff.edit import Edit, Topic
from generator.diff.sides import NOUNS, Sides, list_key
from generator.promises.changes import Change, Effect, favours
from generator.promises.promise import Kind
from generator.promises.telling import quoted

_TOLD_OF_NEW = frozenset({Kind.CASE, Kind.ACCESS, Kind.SCOPE})
"""What is told of something new by itself, too: what it costs, who may ask, what it covers."""


def come_and_gone(sides: Sides, changes: Sequence[Change]) -> tuple[list[Edit], list[Change]]:
    """Tell of entries that only one of the catalogues has; return what is left to tell as well."""
    owned: dict[tuple[bool, str], list[Change]] = {}
    rest: list[Change] = []
    for each in changes:
        owner = _owner(sides, each)
        if owner:
            owned.setdefault((each.before is None, owner), []).append(each)
        if not owner or (each.before is None and each.promise.kind in _TOLD_OF_NEW):
            rest.append(each)
    return [_edit(sides, home, come, these) for (come, home), these in owned.items()], rest


def _owner(sides: Sides, change: Change) -> str:
    """Return the address of the entry with which a promise came or went; empty where there is none."""
    if change.before and change.after:
        return ""
    other = sides.new if change.before else sides.old
    return next(
        (each for each in change.promise.entries if list_key(each) in NOUNS and each not in other.entries), ""
    )


def _edit(sides: Sides, home: str, come: bool, changes: Sequence[Change]) -> Edit:
    favoured = any(favours(each.promise, sides.new.tell.terms) for each in changes)
    judged = (Effect.BETTER if come else Effect.WORSE) if favoured else Effect.NEUTRAL
    name = sides.name(home)
    fact = (sides.new if come else sides.old).entries[home]
    if isinstance(fact, Fact):
        name += f", {quoted(fact.text)}"
    text = sides.gettext("New: {name}.", name=name) if come else sides.gettext("Gone: {name}.", name=name)
    cases = tuple(each.promise.subject for each in changes if each.promise.kind is Kind.CASE)
    of = (home.rpartition(".")[2],) if list_key(home) == "modalities" else ()
    return Edit(judged, Topic.ENTRY, text, of, cases=cases, changes=tuple(changes))
