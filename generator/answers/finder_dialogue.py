"""The finder on a terminal: asks its questions one by one, and tells what the answers come to, in words and as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.analysis.arrivals import is_open, unsure
from generator.answers.quote_request import OPEN, InvalidRequest
from generator.answers.teller import Teller
from generator.catalogue.finder import Answer, FinderRow, Question
from generator.catalogue.references import REQUESTER
from generator.catalogue.root import Catalogue
from generator.decisions.finder import Advice, Answers, advise
from generator.i18n import Words
from generator.language.suggestion import suggestion
from generator.wording.inline_markdown import plain
from generator.wording.script_messages import messages

BACK = "<"


class Chooser:
    """Reads answers and tells what they come to, in one language."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self.catalogue = catalogue
        self.words = words
        self.questions = {question.id: question for question in catalogue.finder.questions}
        self._tell = Teller(catalogue, words)
        self._said = messages(words, "finder")

    def gettext(self, message: str, **values: object) -> str:
        return self.words.gettext(message).format(**values)

    def say(self, key: str, **values: object) -> str:
        """Say a sentence that the script of the page says too."""
        return self._said[key].format(**values)

    # Reading

    def read(self, given: Iterable[str]) -> dict[str, str | None]:
        """Read answers written as ``question=answer``, with `?` for "not known yet"; raises `InvalidRequest`."""
        answers: dict[str, str | None] = {}
        for text in given:
            name, sign, value = text.partition("=")
            if not sign:
                raise InvalidRequest(
                    self.gettext(
                        "--answer “{text}” is not an answer. Write it like {example}.",
                        text=text,
                        example=self._example(),
                    )
                )
            question = self._find("--answer", name, self.catalogue.finder.questions)
            answers[question.id] = (
                None if value == OPEN else self._find(f"--answer {name}=", value, question.answers).id
            )
        return answers

    def _example(self) -> str:
        first = self.catalogue.finder.questions[0]
        return f"{first.id}={first.answers[0].id}"

    def _find(self, option: str, name: str, known: tuple[Any, ...]) -> Any:
        for each in known:
            if name == each.id or name in each.earlier_ids:
                return each
        ids = [each.id for each in known]
        message = self.gettext("There is no “{value}” for {option}.", value=name, option=option)
        if near := suggestion(name, ids):
            raise InvalidRequest(f"{message} {self.gettext('Did you mean “{word}”?', word=near)}")
        raise InvalidRequest(f"{message} {self.gettext('What there is: {choices}.', choices=', '.join(ids))}")

    # Asking

    def ask(self, read: Callable[[], str], show: Callable[[str], None]) -> Advice:
        """Ask what still matters until nothing does, or until nobody answers any more.

        ``read`` gives the next line with its end, or nothing.
        """
        given: Answers = {}
        while True:
            advice = advise(self.catalogue.finder, given)
            if advice.next is None:
                show("\n")
                return advice
            question = self.questions[advice.next]
            asked = self.gettext("Number of your answer")
            show(f"{self.question(question, advice)}\n{asked}: ")
            line = read()
            if not line:
                show("\n\n")
                return advice
            typed = line.strip()
            if typed == BACK:
                given = dict(list(advice.answers.items())[:-1])
                continue
            chosen = self._chosen(question, typed)
            if chosen is None and typed != OPEN:
                show(
                    self.gettext(
                        "Type a number from 1 to {last}, {open} if you do not know yet, or {back} to go back.",
                        last=len(question.answers),
                        open=OPEN,
                        back=BACK,
                    )
                    + "\n"
                )
                continue
            given = {**advice.answers, question.id: chosen}

    def _chosen(self, question: Question, typed: str) -> str | None:
        for number, answer in enumerate(question.answers, start=1):
            if typed in (str(number), answer.id, *answer.earlier_ids):
                return answer.id
        return None

    def question(self, question: Question, advice: Advice) -> str:
        """Tell a question with its numbered answers."""
        lines = [
            "",
            self.say("progress", number=len(advice.answers) + 1, most=advice.most),
            question.text,
        ]
        if question.help:
            lines.append(plain(question.help))
        lines += [f"  {number}  {answer.text}" for number, answer in enumerate(question.answers, start=1)]
        lines.append(f"  {OPEN}  {self.say('unknown')}")
        if advice.answers:
            lines.append(f"  {BACK}  {self.say('back')}")
        return "\n".join(lines)

    # Telling

    def render(self, advice: Advice) -> str:
        """Tell what answers come to: the recommendation and why, or all that is possible and what decides."""
        parts = self._decided(advice) if self._open(advice) is None else self._undecided(advice)
        lines = [*parts, *self._answers(advice)]
        return "\n".join(lines) + "\n"

    def _open(self, advice: Advice) -> str | None:
        """Return the question that still decides; None where all that is possible recommends the same."""
        return None if len(advice.recommended) == 1 else advice.deciding or advice.next

    def _decided(self, advice: Advice) -> Iterator[str]:
        first, *others = advice.recommended[0]
        told = "recommended" if is_open(self.catalogue, first, self._asking(advice)) else "would_fit"
        yield self.say(told, modality=self._name(first))
        if others:
            yield f"{self.say('also')}: {', '.join(map(self._name, others))}"
        for row in advice.rows:
            yield from self._why(row, "")
        if advice.nearby:
            yield from ("", f"{self.say('others')}:")
        for near in advice.nearby:
            question = self.questions[near.question]
            answers = "; ".join(self._answer(question, each).text for each in near.answers)
            start = self.say("near", answer=answers, question=question.text)
            yield from self._alternatives(start, near.rows)
        yield ""
        yield f"{self.say('cost')}: guia quote --modality {first}"

    def _asking(self, advice: Advice) -> list[str]:
        """Return the requesters that the answers tell of; none where no answer tells who asks."""
        given = (self._answer(self.questions[name], id_) for name, id_ in advice.answers.items() if id_)
        groups = (answer.implies[REQUESTER] for answer in given if REQUESTER in answer.implies)
        return [who for group in groups for who in self.catalogue.members(group)]

    def _undecided(self, advice: Advice) -> Iterator[str]:
        yield self.say("open", count=len(advice.recommended))
        question = self.questions[str(self._open(advice))]
        if question.if_unknown:
            yield f"{self.say('now')}: {plain(question.if_unknown.text)}"
            yield f"  {self._facts(question.if_unknown.facts)}"
            yield ""
        yield self.say("decides", question=question.text)
        for answer in question.answers:
            then = advise(self.catalogue.finder, {**advice.answers, question.id: answer.id})
            yield from self._alternatives(f"{answer.text}:", then.rows)
        yield from ("", f"{self.say('possible')}:")
        for row in advice.rows:
            yield f"  {', '.join(map(self._name, row.recommend))}"
            yield from self._why(row, "    ")

    def _why(self, row: FinderRow, indent: str) -> Iterator[str]:
        yield f"{indent}{self._tell.say('why')}: {plain(row.reason)}"
        yield f"{indent}  {self._facts(row.facts)}"
        for each in unsure(self.catalogue, self.words, row):
            yield f"{indent}{each.text}"
            yield f"{indent}  {self._facts(each.facts)}"

    def _answers(self, advice: Advice) -> Iterator[str]:
        if advice.answers:
            yield from ("", f"{self.say('answers')}:")
        for name, value in advice.answers.items():
            question = self.questions[name]
            text = self.say("unknown") if value is None else self._answer(question, value).text
            yield f"  {question.text} {text}"

    def _facts(self, ids: tuple[str, ...]) -> str:
        return f"{self._tell.say('facts')}: {self._tell.facts(ids)}"

    def _name(self, modality: str) -> str:
        return self.catalogue.modality[modality].name

    def _alternatives(self, start: str, rows: Iterable[FinderRow]) -> Iterator[str]:
        """Tell what rows recommend, each once; where it can be more than one thing, each on a line of its own."""
        ways = [", ".join(map(self._name, way)) for way in dict.fromkeys(row.recommend for row in rows)]
        if len(ways) == 1:
            yield f"  {start} {ways[0]}"
        else:
            yield f"  {start}"
            yield from (f"    - {way}" for way in ways)

    def _answer(self, question: Question, id_: str) -> Answer:
        return next(each for each in question.answers if each.id == id_)

    def data(self, advice: Advice) -> dict[str, Any]:
        """Return what answers come to as plain data: ids and the catalogue's sentences."""
        open_ = self._open(advice)
        told = self.questions[open_].if_unknown if open_ else None
        return {
            "revision": self.catalogue.guide.revision,
            "answers": dict(advice.answers),
            "next": advice.next,
            "most_questions": advice.most,
            "recommended": list(advice.recommended[0]) if open_ is None else [],
            "possible": [self._row(row) for row in advice.rows],
            "deciding": open_,
            "now": {"text": plain(told.text), "facts": list(told.facts)} if told else None,
            "nearby": [
                {
                    "question": near.question,
                    "answers": list(near.answers),
                    "possible": [self._row(row) for row in near.rows],
                }
                for near in advice.nearby
            ],
        }

    def as_json(self, advice: Advice) -> str:
        return json.dumps(self.data(advice), ensure_ascii=False, indent=2) + "\n"

    def _row(self, row: FinderRow) -> dict[str, Any]:
        return {
            "row": row.id,
            "recommend": list(row.recommend),
            "reason": plain(row.reason),
            "facts": list(row.facts),
            "unsure": [
                {"text": each.text, "facts": list(each.facts)}
                for each in unsure(self.catalogue, self.words, row)
            ],
        }
