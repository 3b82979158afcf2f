"""Which words of a catalogue are told as unknown: slips are, and what is written on purpose is not."""

from functools import cache

import pytest

from generator.analysis.spelling import Vocabulary, vocabulary, words_of
from generator.catalogue.loader import load
from generator.linter.examples import smallest
from generator.linter.runner import examine
from generator.source.parser import parse
from generator.source.reader import SourceFile
from tests.catalogues import PORTUGUESE

WORDS = "  currency: EUR\n"
SUMMARY = "The workshop repairs your lamp."


def changed(*changes: tuple[str, str]) -> str:
    text = smallest()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(summary: str, *changes: tuple[str, str]) -> Vocabulary:
    text = changed(
        (f"summary: {SUMMARY}\n    audience", f"summary: >-\n      {summary}\n    audience"), *changes
    )
    catalogue = load(parse(SourceFile("some.yaml", text))).catalogue
    assert catalogue is not None
    found = vocabulary(catalogue)
    assert found is not None
    return found


@cache
def portuguese() -> str:
    return PORTUGUESE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fale com o seu ESN, já.", "Fale com seu já"),
        ("Os SLAs e o E2E custam R$ 10,50 às 10h30.", "Os custam às"),
        ("Veja [a página](costs/#prme), `gaia chek` e <https://exmplo.test>.", "Veja página"),
        ("Escreva a suporte@exmplo.com.br, exmplo.com.br ou https://exmplo.test/aki.", "Escreva ou"),
        ("Sim/não, pré-venda, d'água {{ modelo }} nome_do_campo", "Sim não pré-venda d'água"),
        ("Сервис שאלות nota СЛА", "Сервис שאלות nota"),
        ("nota, nota e **Nota**", "nota Nota"),
    ],
)
def test_what_is_a_word(text: str, words: str):
    """Codes, numbers, addresses, code and signs are none; what hyphens join is one, of whichever alphabet."""
    assert " ".join(words_of(text)) == words


def test_slips_in_portuguese():
    """Of a Brazilian catalogue each slip is told once, at its first place, with the others and what was meant."""
    text = portuguese()
    for old, new in (
        ("quanto custa e quem paga.", "quanto custa e quem pagga."),
        ("Este guia explica, mas", "Este guia esplica, mas"),
        ("A fonte não dá preço", "A fonte nao dá preço"),
        ("name: Suporte Padrão\n", "name: Suporte Padrrão\n"),
    ):
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    found = [
        each for each in examine(SourceFile("some.yaml", text)).diagnostics if each.code == "misspelt-word"
    ]
    assert [(each.finding.values["seen"], each.finding.values["suggestion"]) for each in found] == [
        ("pagga", "paga"),
        ("esplica", "explica"),
        ("nao", "não"),
        ("Padrrão", "Padrão"),
    ]


def test_a_word_is_told_once():
    """The same slip in several texts is one finding, at the first, which leads to the others."""
    text = changed((SUMMARY, "The lmp is old."), ("Whoever has a lamp.", "Whoever has a lmp or two lmp."))
    (found,) = examine(SourceFile("some.yaml", text)).diagnostics
    assert (found.code, found.path[-1]) == ("misspelt-word", "summary")
    assert [path[-1] for path in found.finding.related] == ["audience"]


def test_terms_are_known():
    """Terms with their forms, the organisation and ids are words; what readers may type is not looked at."""
    term = (
        "parties:\n",
        "glossary:\n  - {id: glimlet-lamp, term: Glimlet, plural: Glimlets, also: [glimer set],"
        " searched_as: [glimmlet], definition: A lamp., facts: lamps}\nparties:\n",
    )
    assert told("Glimlets, a Glimlet, a glimer; glimlet-lamp", term).misspelt == {}
    # A capital makes a term of a word, as everywhere in the guide.
    assert list(told("A glimlet.", term).misspelt) == ["glimlet"]
    organisation = ("organisation: Lighthouse Repairs", "organisation: Lytehouse Repairs")
    assert told("Ask Lytehouse.", organisation).misspelt == {}


def test_names_are_no_proof():
    """A slip in a name is one, even though it is the name of something."""
    found = told(SUMMARY, ("    name: Repair\n", "    name: Quick Repiar\n"))
    assert list(found.misspelt) == ["Repiar"]
    assert found.near("Repiar") == "Repair"


def test_joined_words():
    """A word with hyphens is known as a whole or by its parts."""
    assert told("A half-finished lamp's well-known x-ray.").misspelt == {}
    assert list(told("A half-finishd lamp.").misspelt) == ["half-finishd"]
    assert told("A half-finishd lamp.", (WORDS, f"{WORDS}  words: [finishd]\n")).misspelt == {}
    assert told("A half-finishd lamp.", (WORDS, f"{WORDS}  words: [half-finishd]\n")).misspelt == {}


def test_accepted_words():
    """An accepted word is right, its capitals too; one in capitals is right only so."""
    assert told("A glimlet; Glimlet.", (WORDS, f"{WORDS}  words: [glimlet]\n")).misspelt == {}
    assert list(told("A glimlet; Glimlet.", (WORDS, f"{WORDS}  words: [Glimlet]\n")).misspelt) == ["glimlet"]


def test_idle_words():
    """An accepted word that no text has, or that is known anyway, is told by its place in the list."""
    found = told("A glimlet.", (WORDS, f"{WORDS}  words: [lamp, glimlet, Glomlet, Lighthouse]\n"))
    assert (found.absent, found.superfluous) == ([2], [0, 3])


def test_other_languages_are_left_alone():
    """In a language that is not judged, no word is told, accepted or not."""
    text = changed((WORDS, f"{WORDS}  words: [Glimlet]\n"))
    catalogue = load(parse(SourceFile("some.yaml", text))).catalogue
    assert catalogue is not None
    guide = catalogue.guide.model_copy(update={"language": "fr"})
    assert vocabulary(catalogue.model_copy(update={"guide": guide})) is None


def test_texts_of_another_language_are_left_alone():
    """Where most words are unknown, the texts are of another language than the guide says, and none is a slip."""
    text = changed(("  language: en\n", "  language: pt-BR\n"))
    assert "misspelt-word" not in {each.code for each in examine(SourceFile("some.yaml", text)).diagnostics}


def test_many_slips_are_soon_told():
    """Where very much is unknown, only the first words get a suggestion: each takes its time."""
    text = portuguese()
    for old, new in zip("ãçéêáíóú", "aceeaiou", strict=True):
        text = text.replace(old, new)
    found = [
        each for each in examine(SourceFile("some.yaml", text)).diagnostics if each.code == "misspelt-word"
    ]
    assert len(found) > 60
    assert 30 < sum(bool(each.finding.values["suggestion"]) for each in found) <= 40
