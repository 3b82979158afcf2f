"""What changes in how a modality stands to requesters, to scopes and to aspects: those that change alike are one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.catalogue.references import REQUESTER
from generator.diff import whom
from generator.diff.edit import Edit, Topic
from generator.diff.sides import Sides
from generator.diff.word_diff import reworded
from generator.i18n import N_
from generator.promises.changes import Change, Effect, favours
from generator.promises.promise import Kind, Promise


def access(sides: Sides, changes: Sequence[Change], cases: Sequence[Change]) -> Iterator[Edit]:
    """Tell who may ask now, or may no longer; cases that follow from it are a part of that."""
    following: dict[tuple[str, ...], list[Change]] = {}
    for each in cases:
        following.setdefault(each.promise.entries[:2], []).append(each)

    def who(homes: Sequence[str]) -> str:
        ids = [home.rpartition(".")[2] for home in homes]
        every = tuple(whom.values_of(REQUESTER, sides.new.catalogue))
        return whom.requesters(sides, ids, every) or sides.listed(map(sides.called, homes))

    for edit in _stands(sides, changes, Topic.ACCESS, N_("May ask – {which}: {told}"), who):
        also = [case for each in edit.changes for case in following.get(each.promise.entries, ())]
        asking = tuple(each.promise.entries[1].rpartition(".")[2] for each in edit.changes)
        ids = tuple(case.promise.subject for case in also)
        yield edit._replace(requesters=asking, cases=ids, changes=(*edit.changes, *also))


def scopes(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell what is covered now, or no longer."""

    def which(homes: Sequence[str]) -> str:
        return "; ".join(sides.called(home).strip("“”") for home in homes)

    yield from _stands(sides, changes, Topic.SCOPE, N_("Covers – {which}: {told}"), which)


def aspects(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell what holds now in the aspects by which modalities are compared."""

    def which(homes: Sequence[str]) -> str:
        return "; ".join(sides.called(home).strip("“”") for home in homes)

    yield from _stands(sides, changes, Topic.FIELD, N_("{which}: {told}"), which)


def _stands(
    sides: Sides,
    changes: Sequence[Change],
    topic: Topic,
    message: str,
    which: Callable[[Sequence[str]], str],
) -> Iterator[Edit]:
    found: dict[tuple[str, str, str, Effect], list[Change]] = {}
    for each in changes:
        modality = each.promise.entries[0]
        judged, before, after = _judged(sides, each)
        found.setdefault((modality, before, after, judged), []).append(each)
    for (modality, before, after, judged), these in found.items():
        told = after if _is_reworded(these[0]) else sides.turned(before, after)
        text = sides.gettext(
            message, which=which([each.promise.entries[1] for each in these]), told=f"{told.rstrip('.')}."
        )
        yield Edit(judged, topic, text, (modality.rpartition(".")[2],), changes=tuple(these))


def _judged(sides: Sides, change: Change) -> tuple[Effect, str, str]:
    """Return what a change is, what was said and what is; of other words only, how they differ."""
    before, after = change.before, change.after
    if before is None or after is None:
        found = favours(change.promise, sides.new.tell.terms)
        judged = (Effect.BETTER if after else Effect.WORSE) if found else Effect.NEUTRAL
        return judged, _said(sides, before), _said(sides, after)
    if _is_reworded(change):
        judged, told = reworded(sides.language, before.said[-1], after.said[-1])
        return judged, "", told
    return change.effect, _said(sides, before), _said(sides, after)


def _is_reworded(change: Change) -> bool:
    """Tell whether only a text beside the state differs, or of an aspect the text that is all of it."""
    before, after = change.before, change.after
    if not before or not after:
        return False
    if before.kind is Kind.ASPECT:
        return all(each.said[0].startswith("“") for each in (before, after))
    return len(before.said) == len(after.said) == 2 and before.said[0] == after.said[0]


def _said(sides: Sides, promise: Promise | None) -> str:
    if promise is None:
        return ""
    mark = f" ({sides.new.tell.terms.inferred})" if promise.inferred else ""
    return ", ".join(promise.said) + mark


def by_modality(changes: Sequence[Change]) -> Mapping[str, list[Change]]:
    """Gather changes by the modality that they are of."""
    found: dict[str, list[Change]] = {}
    for each in changes:
        found.setdefault(each.promise.entries[0].rpartition(".")[2], []).append(each)
    return found
