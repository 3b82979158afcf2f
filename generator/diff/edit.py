"""What an edit comes to: changes of promises, gathered into what one sentence can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.promises.changes import Change, Effect


class Topic(StrEnum):
    """What a sentence is about; in this order they are told."""

    ENTRY = "entry"
    PRICE = "price"
    COUNTING = "counting"
    RATE = "rate"
    ACCESS = "access"
    SCOPE = "scope"
    PRECONDITION = "precondition"
    CHARGE = "charge"
    STEP = "step"
    RECOMMENDATION = "recommendation"
    GAP = "gap"
    FIELD = "field"
    BASIS = "basis"


class Edit(NamedTuple):
    """One thing that an edit means.

    ``text`` says it in the guide's language, without the modalities that it is of; none means the guide as a whole.
    ``requesters`` are those whom a price or an access changes for; ``cases`` are the ids of the cases that change.
    """

    effect: Effect
    topic: Topic
    text: str
    modalities: tuple[str, ...] = ()
    requesters: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


EFFECTS = (Effect.WORSE, Effect.BETTER, Effect.NEUTRAL, Effect.WORDING)
"""The order in which a reviewer wants to hear."""


def gathered(edits: Iterable[Edit], order: Sequence[str]) -> tuple[Edit, ...]:
    """Tell once what holds of several modalities, the worst first; ``order`` is that of the modalities."""
    found: dict[tuple[Effect, Topic, str], list[Edit]] = {}
    for each in edits:
        found.setdefault((each.effect, each.topic, each.text), []).append(each)
    places = {id_: number for number, id_ in enumerate(order)}
    topics = list(Topic)

    def place(edit: Edit) -> tuple[int, list[int], int]:
        # What is told of the guide as a whole stands last.
        of = [places.get(each, len(places)) for each in edit.modalities] or [len(places) + 1]
        return EFFECTS.index(edit.effect), of, topics.index(edit.topic)

    return tuple(sorted((_one(each, places) for each in found.values()), key=place))


def _one(edits: Sequence[Edit], places: dict[str, int]) -> Edit:
    of = sorted(
        {id_ for each in edits for id_ in each.modalities},
        key=lambda id_: (places.get(id_, len(places)), id_),
    )
    return edits[0]._replace(
        modalities=tuple(of),
        requesters=_each(id_ for each in edits for id_ in each.requesters),
        cases=_each(id_ for each in edits for id_ in each.cases),
        changes=tuple(dict.fromkeys(change for each in edits for change in each.changes)),
    )


def _each(ids: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
