"""What changes in what must come first, in the steps, and in where the charge begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.catalogue.modalities import Modality, Start, Step
from generator.diff.basis import turned
from generator.diff.edit import Edit, Topic
from generator.diff.sides import Side, Sides
from generator.diff.stands import by_modality
from generator.diff.word_diff import reworded
from generator.promises.changes import Change, Effect
from generator.promises.telling import home, quoted


def first(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell what must come first now, or no longer."""
    for modality, these in by_modality(changes).items():
        old, new = (
            [each.precondition for each in found.preconditions] if found else []
            for found in (side.catalogue.modality.get(modality) for side in (sides.old, sides.new))
        )
        more, less = ([each for each in one if each not in other] for one, other in ((new, old), (old, new)))
        shared = tuple(these)
        if more:
            text = sides.gettext("Now this must come first, too: {names}.", names=_names(sides, more))
            yield Edit(Effect.WORSE, Topic.PRECONDITION, text, (modality,), changes=shared)
        if less:
            text = sides.gettext("This need not come first any more: {names}.", names=_names(sides, less))
            yield Edit(Effect.BETTER, Topic.PRECONDITION, text, (modality,), changes=shared)
        if not more and not less:
            told = sides.turned(_names(sides, old), _names(sides, new))
            text = sides.gettext("What comes first, in order: {told}.", told=told)
            yield Edit(Effect.NEUTRAL, Topic.PRECONDITION, text, (modality,), changes=shared)


def _names(sides: Sides, preconditions: Sequence[str]) -> str:
    return ", ".join(sides.called(home("preconditions", each)) for each in preconditions)


def charge(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell where charge and time begin, unless only the steps before it are others in number."""
    for change in changes:
        modality = change.promise.entries[0].rpartition(".")[2]
        old, new = (_begin(side, modality) for side in (sides.old, sides.new))
        if old == new:
            continue
        # To begin before something that had to come first is worse.
        before, after = (set(each[1]) for each in (old, new))
        judged = Effect.NEUTRAL
        if old[0] and new[0] and before != after:
            judged = Effect.WORSE if after < before else Effect.BETTER if after > before else judged
        if old[0] == new[0]:
            less, more = (_names(sides, sorted(each)) for each in (before - after, after - before))
            parts = [sides.gettext("no longer after {names}", names=less)] if less else []
            parts += [sides.gettext("now after {names}", names=more)] if more else []
            told = "; ".join(parts)
        else:
            told = sides.turned(*(_beginning(sides, each) for each in (old, new)))
        text = sides.gettext("Beginning of the charge: {told}.", told=told)
        yield Edit(judged, Topic.CHARGE, text, (modality,), changes=(change,))


_Begin = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]
"""The steps with which charge and time begin, and the preconditions that are fulfilled before the charge."""


def _begin(side: Side, modality: str) -> _Begin:
    found = side.catalogue.modality.get(modality)
    if not found:
        return (), ()
    starts = tuple(
        (start.value, step.text) for start in Start for step in found.steps if start in step.starts
    )
    at = next((n for n, step in enumerate(found.steps) if Start.CHARGE in step.starts), 0)
    return starts, tuple(sorted(step.precondition for step in found.steps[:at] if step.precondition))


def _beginning(sides: Sides, begin: _Begin) -> str:
    starts, fulfilled = begin
    steps_ = list(dict.fromkeys(text for start, text in starts if start == Start.CHARGE.value))
    if not steps_:
        told = sides.gettext("no step tells when it begins")
    else:
        told = sides.gettext("with {steps}", steps=", ".join(map(quoted, steps_)))
    clock = [text for start, text in starts if start == Start.CLOCK.value]
    if clock and clock != steps_:
        told += ", " + sides.gettext("time with {steps}", steps=", ".join(map(quoted, clock)))
    if fulfilled:
        told += ", " + sides.gettext("after {names}", names=_names(sides, fulfilled))
    return told


def steps(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell which steps are new, gone or in other words; that the others have other numbers is no news."""
    for modality, these in by_modality(changes).items():
        found = [side.catalogue.modality.get(modality) for side in (sides.old, sides.new)]
        made = list(_steps(sides, *found))
        for judged, text in made:
            yield Edit(judged, Topic.STEP, text, (modality,), changes=tuple(these))


def _steps(sides: Sides, before: Modality | None, after: Modality | None) -> Iterator[tuple[Effect, str]]:
    old, new = ((each.steps if each else ()) for each in (before, after))
    told = [[_told(step) for step in each] for each in (old, new)]
    gone: list[Step] = []
    come: list[Step] = []
    blocks = SequenceMatcher(None, told[0], told[1], autojunk=False).get_opcodes()
    for kind, start, end, begin, stop in blocks:
        if kind == "equal":
            yield from _other_basis(sides, old[start:end], new[begin:stop])
        elif kind == "replace" and end - start == stop - begin:
            for one, other in zip(old[start:end], new[begin:stop], strict=True):
                if _told(one) in told[1] or _told(other) in told[0]:
                    gone.append(one)
                    come.append(other)
                else:
                    yield from _changed(sides, one, other)
        else:
            gone += old[start:end]
            come += new[begin:stop]
    moved = [step for step in come if _told(step) in map(_told, gone)]
    for step in come:
        if step in moved:
            yield Effect.NEUTRAL, sides.gettext("Step at another place: {step}", step=_shown(step))
        else:
            yield Effect.NEUTRAL, sides.gettext("New step: {step}", step=_shown(step))
    for step in gone:
        if _told(step) not in map(_told, come):
            yield Effect.NEUTRAL, sides.gettext("Step that is gone: {step}", step=_shown(step))


def _told(step: Step) -> tuple[object, ...]:
    return quoted(step.actor), quoted(step.text), step.precondition, step.starts


def _shown(step: Step) -> str:
    return f"{step.actor}: {quoted(step.text)}."


def _changed(sides: Sides, old: Step, new: Step) -> Iterator[tuple[Effect, str]]:
    before, after = (f"{each.actor}: {' '.join(each.text.split())}" for each in (old, new))
    if before != after:
        judged, told = reworded(sides.language, before, after)
        yield judged, sides.gettext("Step: {told}", told=f"{told.rstrip('.')}.")
    if old.precondition != new.precondition:
        was, now = (_names(sides, [each.precondition]) if each.precondition else "–" for each in (old, new))
        told = sides.turned(was, now)
        yield (
            Effect.NEUTRAL,
            sides.gettext("What the step {step} fulfils: {told}.", step=quoted(new.text), told=told),
        )
    if old.starts != new.starts and old.text != new.text:
        text = sides.gettext("With the step {step} something else begins.", step=quoted(new.text))
        yield Effect.NEUTRAL, text
    yield from _other_basis(sides, [old], [new])


def _other_basis(sides: Sides, old: Sequence[Step], new: Sequence[Step]) -> Iterator[tuple[Effect, str]]:
    for one, other in zip(old, new, strict=True):
        if told := turned(sides, one.facts, other.facts):
            yield Effect.NEUTRAL, sides.gettext("Step {step}: {told}.", step=quoted(other.text), told=told)
