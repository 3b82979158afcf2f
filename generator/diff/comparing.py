"""Compares two catalogues by what they promise, and says what has changed, for whom, and whether that is worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue.open_questions import Missing
from generator.catalogue.root import Catalogue
from generator.diff.basis import basis
from generator.diff.come_and_gone import come_and_gone
from generator.diff.counting import counting
from generator.diff.edit import EFFECTS, Edit, Topic, gathered
from generator.diff.fields import fields
from generator.diff.order import charge, first, steps
from generator.diff.prices import prices
from generator.diff.recommendations import recommendations
from generator.diff.renamed import under_new_ids
from generator.diff.sides import Side, Sides
from generator.diff.stands import access, aspects, scopes
from generator.i18n import words
from generator.promises.changes import Change, Effect, changes
from generator.promises.promise import Kind
from generator.promises.reading import promises
from generator.promises.telling import Telling, home


class Compared(NamedTuple):
    """All that an edit means, the worst first; ``changes`` are the promises that it rests on."""

    sides: Sides
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]

    def number(self, effect: Effect) -> int:
        return sum(each.effect is effect for each in self.edits)

    @property
    def worst(self) -> Effect | None:
        """Return the first effect, in the order of `EFFECTS`, that anything has; None where nothing changes."""
        return next((each for each in EFFECTS if self.number(each)), None)


def compare(old: Catalogue, new: Catalogue) -> Compared:
    """Say in the newer guide's language what becomes of the older one; both must be free of errors."""
    spoken = words(new.guide.language)
    sides = Sides(
        *(Side(Telling(each, spoken), promises(each, spoken)) for each in (under_new_ids(old, new), new))
    )
    found = changes(sides.old.promises, sides.new.promises, sides.new.tell.terms)
    edits = _edits(sides, found)
    told = {each for edit in edits for each in edit.changes}
    edits += _left(sides, [each for each in found if each not in told], edits)
    return Compared(sides, gathered(edits, sides.order), found)


def _edits(sides: Sides, found: Sequence[Change]) -> list[Edit]:
    made, rest = come_and_gone(sides, found)
    by_kind: dict[Kind, list[Change]] = {kind: [] for kind in Kind}
    for each in rest:
        by_kind[each.promise.kind].append(each)
    # Where nothing is said otherwise, the facts behind it have changed.
    said = {kind: [each for each in these if not _says_the_same(each)] for kind, these in by_kind.items()}
    rows = [
        each for each in said[Kind.SAYS] if _is_of_row(each, "finder") and not (each.before and each.after)
    ]
    edits = [
        *made,
        *prices(sides, by_kind[Kind.CASE]),
        *access(sides, said[Kind.ACCESS], said[Kind.CASE]),
        *scopes(sides, said[Kind.SCOPE]),
        *aspects(sides, said[Kind.ASPECT]),
        *first(sides, by_kind[Kind.BEFORE]),
        *charge(sides, by_kind[Kind.CHARGE]),
        *steps(sides, by_kind[Kind.STEP]),
        *counting(sides, [*by_kind[Kind.COUNT], *by_kind[Kind.RATE]]),
        *recommendations(sides, [*said[Kind.PATH], *rows]),
        *_neighbours(sides, said[Kind.NEIGHBOURS]),
    ]
    entries = [each for kind in (Kind.OPEN, Kind.SOURCE, Kind.FACT, Kind.SAYS) for each in said[kind]]
    edits += fields(sides, entries, {at for each in edits if each.topic in _MONEY for at in _homes(each)})
    # Of what has no words of its own, other facts come with another state, and are told in its line.
    resting = [
        each
        for kind in Kind
        if kind not in (Kind.STEP, Kind.MISSING)
        for each in by_kind[kind]
        if _says_the_same(each) or kind in (Kind.OPEN, Kind.SAYS, Kind.ASPECT)
    ]
    return [*edits, *basis(sides, resting)]


_MONEY = frozenset({Topic.PRICE, Topic.COUNTING, Topic.RATE})


def _homes(edit: Edit) -> Iterator[str]:
    """Give the addresses of the modalities and requesters of an edit."""
    yield from (home("modalities", each) for each in edit.modalities)
    yield from (home("requesters", each) for each in edit.requesters)


def _says_the_same(change: Change) -> bool:
    return bool(change.before and change.after and change.before.said == change.after.said)


def _is_of_row(change: Change, key: str) -> bool:
    parts = change.promise.subject.split(".")
    return parts[0] == key and "rows" in parts


_MISSING = {each.value: each for each in Missing}


def _gap(sides: Sides, change: Change, modalities: tuple[str, ...]) -> Edit:
    """Tell what is known now, what is known no longer, and who is to be asked instead."""
    what = sides.in_editors(_MISSING[_gap_of(change)].told)
    if change.after is None:
        text = sides.gettext("It is known now: {what}.", what=what)
    elif change.before is None:
        text = sides.gettext("No source tells it any more: {what}.", what=what)
    else:
        told = sides.turned(*("; ".join(side.said) for side in (change.before, change.after)))
        text = sides.gettext("What no source tells ({what}): {told}.", what=what, told=told)
    return Edit(Effect.NEUTRAL, Topic.GAP, text, modalities, changes=(change,))


def _gap_of(change: Change) -> str:
    return change.promise.subject.rpartition(" ")[2]


def _neighbours(sides: Sides, found: Sequence[Change]) -> Iterator[Edit]:
    for each in found:
        told = sides.turned(*("; ".join(side.said) if side else "" for side in (each.before, each.after)))
        text = sides.gettext("Shown beside it: {told}.", told=told)
        yield Edit(Effect.NEUTRAL, Topic.FIELD, text, sides.modalities(each.promise), changes=(each,))


def _left(sides: Sides, found: Sequence[Change], edits: Sequence[Edit]) -> Iterator[Edit]:
    """Tell of promises of which nothing above spoke: those that follow from what is told, and others as they are."""
    for each in found:
        modalities = sides.modalities(each.promise)
        told = next((one for one in edits if _follows(sides, each, one, modalities)), None)
        if told:
            yield told._replace(changes=(each,))
        elif each.promise.kind is Kind.MISSING and not _says_the_same(each):
            yield _gap(sides, each, modalities)
        elif _is_of_row(each, "pricing_rules"):
            text = sides.gettext("The table of the price is written otherwise; no case changes.")
            yield Edit(Effect.WORDING, Topic.FIELD, text, modalities, changes=(each,))
        else:
            yield _as_it_stands(sides, each, modalities)


def _as_it_stands(sides: Sides, change: Change, modalities: tuple[str, ...]) -> Edit:
    """Tell a change as its promises say it: what is new in a catalogue is told before anybody has found it words."""
    promise = change.promise
    subject = promise.about or sides.place(promise)
    before, after = ([*side.said, *side.facts] if side else [] for side in (change.before, change.after))
    apart = [
        "; ".join(each for each in one if each not in other)
        for one, other in ((before, after), (after, before))
    ]
    said = sides.turned(*((each or "–") if change.before and change.after else each for each in apart))
    text = f"{sides.new.tell.terms.headings[promise.kind]} ({subject}): {said}."
    return Edit(Effect.NEUTRAL, Topic.FIELD, text, modalities, changes=(change,))


_FOLLOWS: Mapping[str, frozenset[Topic]] = {
    **dict.fromkeys(("price", "rate", "minimum", "increment", "payer"), _MONEY),
    "access": frozenset({Topic.ACCESS}),
    "scope": frozenset({Topic.SCOPE}),
    "first": frozenset({Topic.PRECONDITION}),
    "steps": frozenset({Topic.STEP}),
    Kind.COUNT: _MONEY,
    Kind.STEP: frozenset({Topic.STEP}),
    Kind.CHARGE: frozenset({Topic.STEP, Topic.CHARGE, Topic.PRICE}),
    Kind.CASE: frozenset({Topic.ACCESS}),
}
"""Where nothing speaks of a promise by itself: by which topics it is told; of what is missing, by what that is."""


def _follows(sides: Sides, change: Change, edit: Edit, modalities: Sequence[str]) -> bool:
    promise = change.promise
    match promise.kind:
        case Kind.MISSING:
            if change.before and change.after:
                return _is_of_contact(sides, change, edit, modalities)
            topics = _FOLLOWS.get(_gap_of(change), frozenset())
        case Kind.SAYS if ".preconditions." in promise.subject:
            topics = frozenset({Topic.PRECONDITION})
        case Kind.SAYS if _is_of_row(change, "pricing_rules"):
            topics = _MONEY
        case Kind.SAYS:
            return edit.topic in _MONEY and promise.subject in _homes(edit)
        case Kind.RATE:
            topics = frozenset({Topic.RATE, Topic.COUNTING})
        case _:
            topics = _FOLLOWS.get(promise.kind, frozenset())
    return edit.topic in topics and not set(modalities).isdisjoint(edit.modalities)


def _is_of_contact(sides: Sides, change: Change, edit: Edit, modalities: Sequence[str]) -> bool:
    """Tell whether what is missing only has other facts, or is asked of another contact that is told of already."""
    if set(modalities).isdisjoint(edit.modalities):
        return False
    contacts = {
        side.catalogue.modality[each].contact for side in (sides.old, sides.new) for each in modalities
    }
    homes = {home("modalities", each) for each in modalities}
    return _says_the_same(change) or (
        len(contacts) > 1
        and edit.topic is Topic.FIELD
        and any(each.promise.subject in homes for each in edit.changes)
    )
