"""What changes in the facts that statements rest on: which are cited no longer, which are now, what became inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.diff.edit import Edit, Topic
from generator.diff.sides import Sides
from generator.promises.changes import Change, Effect


def basis(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell of statements that rest on other facts; those that changed alike are told by their number."""
    found: dict[tuple[tuple[str, ...], str], list[Change]] = {}
    for each in changes:
        if each.before and each.after and (told := turned(sides, each.before.facts, each.after.facts)):
            found.setdefault((sides.modalities(each.promise), told), []).append(each)
    for (modalities, told), these in found.items():
        if len(these) == 1:
            what = these[0].promise.about or sides.place(these[0].promise)
        else:
            number = len(these)
            what = sides.words.ngettext("{number} statement", "{number} statements", number).format(
                number=number
            )
        text = sides.gettext("Basis of {what}: {told}.", what=what, told=told)
        yield Edit(Effect.NEUTRAL, Topic.BASIS, text, modalities, changes=tuple(these))


def turned(sides: Sides, before: Iterable[str], after: Iterable[str]) -> str:
    """Say in what two sets of facts differ; empty where in nothing."""
    old, new = sorted(set(before)), sorted(set(after))
    was, now = sides.old.tell.inferred(old), sides.new.tell.inferred(new)
    parts = []
    if gone := [each.upper() for each in old if each not in new]:
        parts.append(sides.gettext("no longer rests on {facts}", facts=", ".join(gone)))
    if come := [each.upper() for each in new if each not in old]:
        parts.append(sides.gettext("now rests on {facts}", facts=", ".join(come)))
    if was != now:
        parts.append(
            sides.gettext("is an inference now") if now else sides.gettext("is no inference any more")
        )
    return "; ".join(parts)
