"""What changes in what the finder recommends: for which answers, whichever rows say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue.finder import FinderRow
from generator.diff.edit import Edit, Topic
from generator.diff.sides import Sides
from generator.promises.changes import Change, Effect
from generator.promises.telling import home

_When = Mapping[str, frozenset[str]]


def recommendations(sides: Sides, changes: Sequence[Change]) -> Iterator[Edit]:
    """Tell it answer by answer; ``changes`` are those of paths and of the rows that they come from."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_When]] = {}
    for before, after, when in _turns(sides):
        if before != after:
            found.setdefault((before, after), []).append(when)
    for (before, after), whens in found.items():
        told = sides.turned(*(_recommended(sides, each) for each in (before, after)))
        who = " / ".join(_answers(sides, when) for when in _merged(whens))
        text = sides.gettext("Recommendation for {answers}: {told}.", answers=who, told=told)
        yield Edit(Effect.NEUTRAL, Topic.RECOMMENDATION, text, changes=tuple(changes))
    if changes and not found:
        text = sides.gettext("The finder's table is written otherwise; no answer leads elsewhere.")
        yield Edit(Effect.WORDING, Topic.RECOMMENDATION, text, changes=tuple(changes))


def _turns(sides: Sides) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], _When]]:
    """Give what was and is recommended for the answers that an old and a new row share, and for new answers."""
    questions = {
        question.id: frozenset(answer.id for answer in question.answers)
        for question in sides.old.catalogue.finder.questions
    }
    for new in sides.new.catalogue.finder.rows:
        wanted = _when(new)
        for old in sides.old.catalogue.finder.rows:
            if (when := _shared(_when(old), wanted)) is not None:
                yield old.recommend, new.recommend, when
        for question, answers in wanted.items():
            if question in questions and (more := answers - questions[question]):
                yield (), new.recommend, {**wanted, question: more}


def _when(row: FinderRow) -> _When:
    return {question: frozenset(answers) for question, answers in row.when.items()}


def _shared(one: _When, other: _When) -> _When | None:
    """Return the answers that both are for; None where there are none."""
    found = {}
    for question in dict.fromkeys((*one, *other)):
        values = [each[question] for each in (one, other) if question in each]
        found[question] = frozenset.intersection(*values)
        if not found[question]:
            return None
    return found


def _merged(whens: Sequence[_When]) -> list[_When]:
    """Make one of answers that differ in one question only, as long as there are such."""
    left = list(dict.fromkeys(tuple(sorted(each.items())) for each in whens))
    for at, one in enumerate(left):
        for other in left[at + 1 :]:
            apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
            if len(one) == len(other) and len(apart) == 1 and apart[0][0][0] == apart[0][1][0]:
                (question, some), (_, more) = apart[0]
                both = tuple((name, some | more if name == question else each) for name, each in one)
                return _merged([dict(each) for each in (both, *left) if each not in (one, other)])
    return [dict(each) for each in left]


def _answers(sides: Sides, when: _When) -> str:
    parts = []
    for question in sides.new.catalogue.finder.questions:
        values = [answer.id for answer in question.answers if answer.id in when.get(question.id, ())]
        if values and len(values) < len(question.answers):
            of = f"{home('finder.questions', question.id)}.answers"
            named = [sides.called(home(of, each)) for each in values]
            parts.append(sides.new.tell.format.listed(named, "or"))
    return " + ".join(parts) or sides.gettext("whatever is answered")


def _recommended(sides: Sides, modalities: Sequence[str]) -> str:
    return " > ".join(sides.called(home("modalities", each)).strip("“”") for each in modalities)
