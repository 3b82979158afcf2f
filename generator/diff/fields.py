"""What changes in the keys of an entry: words, or what it refers to; each key by what editors say of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.analysis.traversal import keys_of_texts
from generator.catalogue.claims import Claim
from generator.catalogue.entry import Forms, Model
from generator.catalogue.fields import DescribedEnum
from generator.catalogue.finder import FinderRow
from generator.catalogue.modalities import RequiredPrecondition, Status
from generator.catalogue.pricing_rules import Example, ExampleResult, Price, PriceRow
from generator.catalogue.references import HOMES, OUTCOME, REQUESTER, Cases, RefersTo, keys_of_facts, marks
from generator.catalogue.sources import Fact
from generator.diff.basis import turned
from generator.diff.edit import Edit, Topic
from generator.diff.sides import NOUNS, Side, Sides, list_key
from generator.diff.word_diff import pairs, reworded
from generator.i18n import N_
from generator.promises.changes import Change, Effect
from generator.promises.entries import left_out
from generator.promises.promise import Kind
from generator.promises.telling import home, home_of_value, quoted
from generator.wording.formatting import capital

_CALLED: Mapping[str, str] = {
    "name": N_("name"),
    "term": N_("name"),
    "title": N_("title"),
    "summary": N_("summary"),
    "text": N_("text"),
    "definition": N_("definition"),
    "description": N_("description"),
    "reason": N_("reason"),
    "note": N_("note"),
    "help": N_("help"),
    "status": N_("state"),
    "trust": N_("trust"),
    "inferred": N_("inference"),
    "unknown": N_("what the sources leave open"),
}
"""Keys whose class says nothing of them, and those that have a shorter name."""

_NO_PROSE = frozenset({"code", "url", "language", "currency", "revision", "organisation"})
"""Texts that are more than words."""

_ONLY_SHOWN: Mapping[type[Model], str] = {
    Example: N_("Examples are others."),
    ExampleResult: N_("Examples are others."),
    Forms: N_("Other forms of the name."),
    Claim: N_("What the checks hold texts to is different."),
}
"""Entries of which it is enough to say that they are others: they follow from more, or are for no reader."""

_WHEN = re.compile(r"\w+ `\w+`")
"""How editors say for which word of another key a key is: For `retired`."""

_FOLLOW = frozenset({"pricing", "billed"})
"""Keys that prices follow from."""

_DECIDES = (PriceRow, Price)
"""Entries from which prices follow: what they come to is told case by case."""


def fields(sides: Sides, changes: Sequence[Change], priced: Collection[str]) -> Iterator[Edit]:
    """Tell what entries say otherwise; what it comes to in prices and in the finder is not told once more.

    ``priced`` are the modalities and requesters whose prices are told, by their addresses.
    """
    by_subject: dict[tuple[Kind, str], list[Change]] = {}
    for each in changes:
        by_subject.setdefault((each.promise.kind, each.promise.subject), []).append(each)
    for these in by_subject.values():
        old, new = (_entries(side, these[0]) for side in (sides.old, sides.new))
        if len(old) == len(new) == 1 and type(old[0]) is type(new[0]):
            follows = _FOLLOW if these[0].promise.subject in priced else frozenset[str]()
            yield from _compared(sides, these, old[0], new[0], follows)
        else:
            yield from _sentences(sides, these, [*old, *new])


def _entries(side: Side, change: Change) -> Sequence[Model]:
    if change.promise.kind in (Kind.SAYS, Kind.FORMERLY):
        return side.at.get(change.promise.subject, ())
    found = side.entries.get(change.promise.entries[0]) if change.promise.entries else None
    return [found] if found else []


def _compared(
    sides: Sides, changes: Sequence[Change], old: Model, new: Model, follows: frozenset[str]
) -> Iterator[Edit]:
    kind = type(new)
    if type(new) in _ONLY_SHOWN:
        yield _otherwise(sides, changes, new)
        return
    skipped = left_out(kind) | follows | {"facts", *keys_of_facts(kind)}
    texts = keys_of_texts(kind)
    for key in kind.model_fields:
        was, now = getattr(old, key), getattr(new, key)
        if key in skipped or was == now or _has_entries(was) or _has_entries(now):
            continue
        if isinstance(new, _DECIDES) and key != "reason":
            continue
        if key in texts and key not in _NO_PROSE:
            judged, told = _words(sides, key, was, now)
        else:
            judged = _status(was, now)
            before, after = (
                _shown(sides, side, kind, key, each) for side, each in ((sides.old, was), (sides.new, now))
            )
            told = sides.turned(before, after)
        if told:  # else only its lines are broken elsewhere
            yield _edit(sides, judged, changes, f"{capital(_label(sides, kind, key))}: {told.rstrip('.')}.")
    for key in keys_of_facts(kind):
        if key != "facts" and (told := turned(sides, getattr(old, key) or (), getattr(new, key) or ())):
            text = f"{capital(_label(sides, kind, key))}: {told}."
            yield _edit(sides, Effect.NEUTRAL, changes, text)._replace(topic=Topic.BASIS)
    if isinstance(new, Fact):
        names = [
            side.called(home("sources", side.catalogue.source_of[new.id].id))
            for side in (sides.old, sides.new)
        ]
        if names[0] != names[1]:
            text = sides.gettext("Source: {told}.", told=sides.turned(*names))
            yield _edit(sides, Effect.NEUTRAL, changes, text)


def _words(sides: Sides, key: str, was: Any, now: Any) -> tuple[Effect, str]:
    before, after = (_joined(each) for each in (was, now))
    if key in ("name", "term"):
        return Effect.WORDING, sides.turned(quoted(before), quoted(after))
    if before.split() == after.split():
        return Effect.WORDING, ""
    return reworded(sides.language, before, after)


def _joined(value: Any) -> str:
    return " / ".join(value) if isinstance(value, tuple) else str(value or "")


def _status(was: Any, now: Any) -> Effect:
    """Judge the few keys of which it is sure."""
    if isinstance(was, Status) and isinstance(now, Status):
        return Effect.WORSE if now is Status.RETIRED else Effect.BETTER
    return Effect.NEUTRAL


def _has_entries(value: Any) -> bool:
    values = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)
    return any(isinstance(each, Model) for each in values)


def _label(sides: Sides, kind: type[Model], key: str) -> str:
    if key in _CALLED:
        return sides.gettext(_CALLED[key])
    told = sides.in_editors(kind.model_fields[key].description or f"`{key}`")
    # What editors say of a key begins with what it is; what stands beside that is how and when it is written.
    parts = [part.strip().rstrip(".") for part in re.split(r"[:;.,](?: |$)", told)]
    return next((part for part in parts if part and not _WHEN.fullmatch(part)), f"`{key}`")


def _shown(sides: Sides, side: Side, kind: type[Model], key: str, value: Any) -> str:
    """Write a value for people: ids by the names of what they mean."""
    mark = marks(kind).get(key)
    match value:
        case None | ():
            return "–"
        case bool():
            return side.tell.gettext("yes") if value else side.tell.gettext("no")
        case DescribedEnum():
            return sides.in_editors(value.told)
        case date():
            return side.tell.format.date(value)
        case int() | Decimal():
            return str(value)
        case tuple():
            return ", ".join(sorted(_shown(sides, side, kind, key, each) for each in value))
        case Mapping():
            return ", ".join(f"{_value(side, mark, name, each)}" for name, each in sorted(value.items()))
        case str() if isinstance(mark, RefersTo):
            return next((told for of in mark.kinds if (told := _called(side, of, value))), value)
    return quoted(str(value))


def _called(side: Side, kind: str, id_: str) -> str:
    if kind not in HOMES:
        return ""
    found = home(".".join(HOMES[kind]), id_)
    return side.called(found) if found in side.entries else ""


def _value(side: Side, mark: object, name: str, value: Any) -> str:
    ids = value if isinstance(value, tuple) else (value,)
    if isinstance(mark, Cases):
        of = home("finder.questions", name) + ".answers" if mark.of == "question" else ""
        homes = [home(of, each) if of else home_of_value(name, each) for each in ids]
        if name in (REQUESTER, OUTCOME) or of or name in side.catalogue.dimension:
            return " | ".join(side.called(each) for each in homes)
    return f"{name}={'|'.join(map(str, ids))}"


def _otherwise(sides: Sides, changes: Sequence[Change], entry: Model) -> Edit:
    return _edit(sides, Effect.WORDING, changes, sides.gettext(_ONLY_SHOWN[type(entry)]))


def _sentences(sides: Sides, changes: Sequence[Change], entries: Sequence[Model]) -> Iterator[Edit]:
    """Tell of sentences of a list, which have no id: one that is mostly the same is the same in other words."""
    if entries and type(entries[0]) in _ONLY_SHOWN:
        yield _otherwise(sides, changes, entries[0])
        return
    if entries and all(isinstance(each, (*_DECIDES, FinderRow, RequiredPrecondition)) for each in entries):
        return
    gone = [each for each in changes if not each.after]
    come = [each for each in changes if not each.before]
    whole = [each for each in changes if each.before and each.after]
    made = pairs([_told(each) for each in gone], [_told(each) for each in come])
    for before, after in (*((_old(each), _told(each)) for each in whole), *made):
        judged, told = reworded(sides.language, before, after)
        if before.split() != after.split():
            yield _edit(sides, judged, changes, f"{_of_list(sides, changes[0])}{told.rstrip('.')}.")
    for each in gone:
        if all(_told(each) != old for old, _ in made):
            text = _of_list(sides, each) + sides.gettext("no longer {told}", told=_told(each)) + "."
            yield _edit(sides, Effect.NEUTRAL, [each], text)
    for each in come:
        if all(_told(each) != new for _, new in made):
            text = _of_list(sides, each) + sides.gettext("now {told}", told=_told(each)) + "."
            yield _edit(sides, Effect.NEUTRAL, [each], text)


def _of_list(sides: Sides, change: Change) -> str:
    """Say of which list a sentence is, by what editors say of that."""
    above, _, key = change.promise.subject.rpartition(".")
    side = sides.new if change.after else sides.old
    entry = next(iter(side.at.get(above, ())), None)
    return (
        f"{capital(_label(sides, type(entry), key))}: " if entry and key in type(entry).model_fields else ""
    )


def _told(change: Change) -> str:
    parts = (re.sub(r"^(text|name) (?=“)", "", part) for part in change.promise.said)
    return "; ".join(parts) or change.promise.told


def _old(change: Change) -> str:
    return _told(change._replace(after=None))


def _edit(sides: Sides, judged: Effect, changes: Sequence[Change], text: str) -> Edit:
    """Say of which entry a sentence is, unless that is the modality above it."""
    promise = changes[0].promise
    # Rows and examples have no name: the price that they are of has.
    named = [each for each in promise.entries if list_key(each) in NOUNS and list_key(each) != "modalities"]
    of = named[0 if promise.kind is Kind.FACT else -1] if named else ""
    label = f"{sides.name(of)}: " if of else ""
    return Edit(judged, Topic.FIELD, label + text, sides.modalities(promise), changes=tuple(changes))
