"""`guia choose`: on a terminal, by flags and as data, the recommendation is what the finder's table says."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from generator.analysis.arrivals import unsure
from generator.answers.finder_dialogue import Chooser
from generator.catalogue.loader import load
from generator.cli import main
from generator.decisions import finder
from generator.i18n import words
from generator.source.parser import parse
from generator.source.reader import SourceFile
from generator.wording.inline_markdown import plain
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

BOTH = pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)


class Terminal:
    """Runs the command with what somebody types."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def run(self, *arguments: str, typed: str = "") -> tuple[str, str, int]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as end:
            main(["choose", *arguments])
        out, err = self._capsys.readouterr()
        assert isinstance(end.value.code, int)
        return out, err, end.value.code

    def data(self, *arguments: str) -> Any:
        out, err, code = self.run(*arguments, "--json")
        assert (err, code) == ("", 0)
        return json.loads(out)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


def paths(tree: finder.Branch | finder.Leaf) -> Iterator[tuple[dict[str, str], finder.Leaf]]:
    """Give every way through the tree: the answers, and where they lead."""
    if isinstance(tree, finder.Leaf):
        yield {}, tree
        return
    for answers, below in tree.ways:
        for answer in answers:
            for rest, leaf in paths(below):
                yield {tree.question: answer, **rest}, leaf


def chooser(path: Path) -> Chooser:
    offer = catalogue(path)
    return Chooser(offer, words(offer.guide.language))


def flags(answers: dict[str, str]) -> list[str]:
    return [part for name, value in answers.items() for part in ("--answer", f"{name}={value}")]


@BOTH
def test_flags_are_read_and_told_as_the_command_says(terminal: Terminal, path: Path) -> None:
    """The command prints what the chooser tells of its flags, in words and as data."""
    answers, _ = next(paths(finder.tree(catalogue(path).finder)))
    made = chooser(path)
    advice = finder.advise(
        catalogue(path).finder, made.read(f"{name}={value}" for name, value in answers.items())
    )
    assert terminal.run(str(path), *flags(answers)) == (made.render(advice), "", 0)
    assert terminal.data(str(path), *flags(answers)) == made.data(advice)


@BOTH
def test_every_way_by_flags_leads_to_its_row(path: Path) -> None:
    """The answers of each way, given as flags, come to the modalities, the reason and the facts of the row."""
    offer = catalogue(path)
    choose = chooser(path)
    for answers, leaf in paths(finder.tree(offer.finder)):
        (row,) = leaf.rows
        advice = finder.advise(
            offer.finder, choose.read(f"{name}={value}" for name, value in answers.items())
        )
        made = choose.data(advice)
        assert made["recommended"] == list(row.recommend)
        assert made["answers"] == answers
        assert made["next"] is made["deciding"] is made["now"] is None
        (told,) = made["possible"]
        assert told == {
            "row": row.id,
            "recommend": list(row.recommend),
            "reason": plain(row.reason),
            "facts": list(row.facts),
            "unsure": [
                {"text": each.text, "facts": list(each.facts)}
                for each in unsure(offer, words(offer.guide.language), row)
            ],
        }
        out = choose.render(advice)
        name = offer.modality[row.recommend[0]].name
        said = words(offer.guide.language).gettext("What to ask for: {modality}").format(modality=name)
        assert out.splitlines()[0] == said
        assert plain(row.reason) in out
        assert all(each["text"] in out for each in told["unsure"])


@pytest.mark.parametrize(
    ("who", "head"), [("operator-staff", "What to ask for"), ("trial-user", "What would fit")]
)
def test_nobody_is_told_to_ask_for_what_may_be_closed_to_them(who: str, head: str) -> None:
    """What is recommended first is headed by whether a source says that who answers may ask for it."""
    text = HARBOUR.read_text(encoding="utf-8")
    for before, after in (
        ("implies: {requester: operator-staff}", f"implies: {{requester: {who}}}"),
        ("recommend: [harbour-library, advisory-time]", "recommend: [dockside-visit, harbour-library]"),
    ):
        assert text.count(before) == 1
        text = text.replace(before, after)
    offer = load(parse(SourceFile("harbour.yaml", text))).catalogue
    assert offer is not None
    choose = Chooser(offer, words("en"))
    answers = {name: sorted(values)[0] for name, values in offer.finder.rows[0].when.items()}
    out = choose.render(finder.advise(offer.finder, answers))
    assert out.startswith(f"{head}: {offer.modality['dockside-visit'].name}\n")


@BOTH
def test_every_way_is_typed_number_by_number(path: Path) -> None:
    """Asked on a terminal, the numbers of the answers lead to the same, and nothing else is asked."""
    offer = catalogue(path)
    choose = chooser(path)
    questions = {question.id: question for question in offer.finder.questions}
    for answers, leaf in paths(finder.tree(offer.finder)):
        numbers = [
            [each.id for each in questions[name].answers].index(value) + 1 for name, value in answers.items()
        ]
        shown: list[str] = []
        advice = choose.ask(iter([f"{number}\n" for number in numbers]).__next__, shown.append)
        err = "".join(shown)
        assert advice.rows == leaf.rows
        assert [name for name in questions if questions[name].text in err] == [
            name for name in questions if name in answers
        ]


@BOTH
def test_not_knowing_gives_what_is_possible_and_what_decides(path: Path) -> None:
    """With `?` for any of the questions, the rows that are left stand there, and the open question that will tell."""
    offer = catalogue(path)
    choose = chooser(path)
    options = [("?", question.answers[0].id) for question in offer.finder.questions]
    for values in product(*options):
        given = {question.id: value for question, value in zip(offer.finder.questions, values, strict=True)}
        answers = choose.read(f"{name}={value}" for name, value in given.items())
        assert answers == {name: None if value == "?" else value for name, value in given.items()}
        advice = finder.advise(offer.finder, answers)
        made = choose.data(advice)
        assert [each["row"] for each in made["possible"]] == [row.id for row in advice.rows]
        assert made["deciding"] == advice.deciding
        if made["deciding"]:
            assert made["recommended"] == []
            question = next(each for each in offer.finder.questions if each.id == made["deciding"])
            out = choose.render(advice)
            assert question.text in out
            if question.if_unknown:
                assert made["now"]["text"] == plain(question.if_unknown.text)
                assert plain(question.if_unknown.text) in out.splitlines()[1], "what can be done comes first"
            for answer in question.answers:
                then = finder.advise(offer.finder, {**answers, question.id: answer.id})
                ways = [
                    ", ".join(offer.modality[id_].name for id_ in way)
                    for way in dict.fromkeys(row.recommend for row in then.rows)
                ]
                told = f" {ways[0]}" if len(ways) == 1 else "".join(f"\n    - {way}" for way in ways)
                assert f"  {answer.text}:{told}\n" in out


def test_one_can_go_back_and_is_told_what_to_type(terminal: Terminal) -> None:
    """`<` takes the last answer back; what is no answer is met with what would be one, and asked again."""
    out, err, code = terminal.run(str(PORTUGUESE), typed="2\nwhat\n<\n4\n")
    row = next(each for each in catalogue(PORTUGUESE).finder.rows if each.id == "no-local")
    assert row.reason in out
    assert "Digite um número de 1 a 2" in err
    assert err.count("De que você precisa?") == 2
    assert code == 0


def test_who_stops_answering_gets_what_is_possible_so_far(terminal: Terminal) -> None:
    """The end of what is typed is no fault: what it has come to is told, and the question that decides."""
    out, _, code = terminal.run(str(PORTUGUESE), typed="1\n")
    lines = out.splitlines()
    assert lines[0] == "Depende: 3 resultados são possíveis"
    assert lines[1].startswith("O que fazer agora: ")
    assert lines[4] == "O que decide: “Você pode esperar o prazo do Suporte Padrão?”"
    assert code == 0


def test_ids_of_old_are_understood(terminal: Terminal) -> None:
    """An answer written down before a question and an answer were renamed still counts."""
    made = terminal.data(str(HARBOUR), "--answer", "wish=breakdown")
    assert made["answers"] == {"need": "fault"}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("necessidade", "--answer “necessidade” não é uma resposta. Escreva assim: necessidade=duvida."),
        ("necesidade=erro", "Você quis dizer “necessidade”?"),
        ("necessidade=eros", "Você quis dizer “erro”?"),
        ("necessidade=zzz", "duvida, erro, acompanhamento, presencial, oferta"),
    ],
)
def test_a_slip_is_told_with_its_cure(terminal: Terminal, answer: str, told: str) -> None:
    """What is no answer, no question or no answer to it ends the command with a sentence that helps."""
    out, err, code = terminal.run(str(PORTUGUESE), "--answer", answer)
    assert told in err
    assert out == ""
    assert code == 2
