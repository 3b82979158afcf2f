"""The dictionary as it lies in its file: what is searched there is found as if all of it had been read."""

import gzip
import json
import random
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.i18n import listed
from generator.language.dictionary import Dictionary, dictionary

JUDGED = ("pt-BR", "en")


def known(language: str) -> Dictionary:
    found = dictionary(language)
    assert found is not None
    return found


@pytest.mark.parametrize("language", JUDGED)
def test_words_are_found_as_if_all_were_read(language: str):
    """First, last and any other word has the number that the package tells, and what lies between them has none."""
    spec = find_spec("spellchecker")
    assert spec is not None
    assert spec.origin is not None
    file = Path(spec.origin).with_name("resources") / f"{language[:2]}.json.gz"
    told = json.loads(gzip.decompress(file.read_bytes()))
    bare = Dictionary(known(language).lines, frozenset(), ())
    assert list(told) == sorted(told)  # what every search rests on
    words = [min(told), max(told), *random.Random(1).sample(list(told), 2_000)]
    assert {word: bare.frequency(word) for word in words} == {word: told[word] for word in words}
    others = [f"{word}{sign}" for word in words[:200] for sign in "'-zþ" if f"{word}{sign}" not in told]
    assert bare.unknown([*words, *others, "", "{"]) == {*others}
    assert [bare.frequency(each) for each in ("", "{")] == [0, 0]


@pytest.mark.parametrize("language", JUDGED)
def test_our_list_has_only_what_is_lacking(language: str):
    """No word stands beside the dictionary that it has itself, none twice, and all are in order."""
    lines = [line for line in listed(language, "spelling") or () if " > " not in line]
    assert lines == sorted(set(lines))
    bare = Dictionary(known(language).lines, frozenset(), known(language).spellings)
    assert [line for line in lines if bare.frequency(line)] == []
    assert [line for line in lines if line != line.lower()] == []


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (
            "pt-BR",
            "registrado contato contatar econômico gênero prêmio detecção você planilha",
            "registrrado contatto",
        ),
        ("pt-BR", "não é também só avô", "nao tambêm fôra"),
        ("en", "behaviour harbours organisation analysing neighbour", "behavoiur wourk"),
    ],
)
def test_spellings_of_the_country(language: str, right: str, wrong: str):
    """What is written otherwise in the country of the dictionary is right here; a slip stays one."""
    assert known(language).unknown(right.split()) == frozenset()
    assert known(language).unknown(wrong.split()) == frozenset(wrong.split())


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("voce", "você"),
        ("avaliacao", "avaliação"),  # two accents
        ("inconsistencia", "inconsistência"),
        ("atendimeto", "atendimento"),
        ("atendimentto", "atendimento"),
        ("casamneto", "casamento"),
        ("cobranpa", "cobrança"),
        ("xyzxyzxyz", ""),
    ],
)
def test_what_was_meant(slip: str, meant: str):
    """A forgotten accent, a letter too few, too many, another, or at its neighbour's place is seen through."""
    assert known("pt-BR").near(slip) == meant


def test_the_words_of_the_guide_go_first():
    """Of two words that are as near, the one that stands in the guide was meant, though no dictionary has it."""
    assert known("pt-BR").near("cass") != "casq"
    assert known("pt-BR").near("cass", used=["casq"]) == "casq"


def test_a_word_of_another_alphabet_is_not_judged():
    """A dictionary can say nothing of it; where only some of the letters are of another, it can."""
    assert known("pt-BR").unknown(["сервис", "škoda", "nota"]) == {"škoda"}
    assert not known("pt-BR").knows("škoda")


def test_other_languages_are_not_judged():
    """Without a list of spellings nothing is said of a language, whatever the package has."""
    assert dictionary("fr") is None
    assert dictionary("fa") is None
    assert dictionary("pt-PT") is not None


def test_the_package_is_not_imported():
    """Its file is read without it: what it does at its start takes longer than a whole check."""
    dictionary.cache_clear()
    known("en")
    assert "spellchecker" not in sys.modules


def test_of_a_word_without_end_nothing_is_meant():
    """A line of letters is no slip in a word: to look for one would take minutes."""
    assert known("en").near("workshp" * 100) == ""
