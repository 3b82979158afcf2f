"""A new language: a folder and nothing else, and the program speaks it, spells it and searches in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.linter.examples import smallest
from tests.conftest import SECOND_GUIDE
from tests.node import TOP
from tests.package import copied, run

MESSAGES = """\
msgid ""
msgstr ""
"Language: eo\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Glossary"
msgstr "Glosaro"

msgid "Will I pay?"
msgstr "Ĉu mi pagos?"

msgctxt "address"
msgid "costs"
msgstr "kostoj"

msgid "warning"
msgstr "averto"

msgid "Word that is in no dictionary"
msgstr "Nekonata vorto"

msgid "“{seen}” is in no dictionary."
msgstr "“{seen}” estas en neniu vortaro."

msgid "Did you mean “{word}”?"
msgstr "Ĉu vi volis diri “{word}”?"

msgid "Writes a small, whole project into a new folder: an example to begin with."
msgstr "Skribas malgrandan projekton."
"""

CATALOGUE = smallest().replace("language: en", "language: eo")
SLIP = "The workshop repairs your lamp at ĉimo"
LISTS = {
    # No dictionary of the language comes with the program: its list is all that is known.
    "spelling.txt": "\n".join(sorted({*re.findall(r"[a-z]+", CATALOGUE.lower()), "at", "ĝimo"})),
    "letters.txt": "abcdefghijklmnopqrstuvwxyz\nĉĝĥĵŝŭ\n",
    "universal.txt": "ĉiam\n",
    "money.txt": "pag*\n",
    "plurals.txt": "ojn > o\noj > o\n",
    "endings.txt": "....o\n",
    "stopwords.txt": "la\n",
    "negations.txt": "ne\n",
}


@dataclass(frozen=True)
class New:
    """The site of a guide in a language that is a folder more of the engine."""

    folder: Path

    @property
    def locale(self) -> Path:
        return self.folder / "package" / "generator" / "locale" / "eo"

    def run(self, *arguments: str, locale: str = "C") -> subprocess.CompletedProcess[str]:
        return run(self.folder / "package", *arguments, cwd=self.folder, locale=locale)

    def guia(self, *arguments: str, locale: str = "C") -> str:
        done = self.run("-m", "generator", *arguments, locale=locale)
        return done.stdout + done.stderr

    def check(self, *changes: tuple[str, str]) -> str:
        """Check the guide with some changes, in its own language."""
        text = CATALOGUE
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (self.folder / "changed.yaml").write_text(text, encoding="utf-8")
        return self.guia("check", "--lang", "eo", "changed.yaml")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> New:
    made = New(tmp_path_factory.mktemp("language"))
    package = made.folder / "package"
    copied(package)
    made.locale.mkdir()
    for name, text in {"messages.po": MESSAGES, **LISTS}.items():
        (made.locale / name).write_text(text, encoding="utf-8")
    (made.folder / "content").mkdir()
    (made.folder / "small.yaml").write_text(CATALOGUE, encoding="utf-8")
    (made.folder / "mkdocs.yml").write_text(SECOND_GUIDE.format(catalogue="small.yaml"), encoding="utf-8")
    done = made.run("-m", "mkdocs", "build", "--strict", "-d", "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_a_guide_speaks_it(new: New) -> None:
    """Its words, its addresses, its way to write numbers; what is not translated yet is said in English."""
    page = LexborHTMLParser((new.folder / "site" / "kostoj" / "index.html").read_text(encoding="utf-8"))
    assert page.css('html[lang="eo"]')
    assert [node.text() for node in page.css("h1")] == ["Ĉu mi pagos?"]
    assert "Who asks" in page.html
    (data,) = new.folder.glob("site/assets/guide.*/data.json")
    assert json.loads(data.read_text(encoding="utf-8"))["signs"] == {
        "decimal": ",",
        "group": "\xa0",
        "currency": ["EUR", "€"],
    }


def test_the_search_of_a_guide_has_its_endings(new: New) -> None:
    """What its words lay at their end, and what else is listed, is published with the index that is read by it."""
    (index,) = new.folder.glob("site/assets/guide.*/search.json")
    made = json.loads(index.read_text(encoding="utf-8"))
    assert made["language"] == {
        "plurals": ["ojn > o", "oj > o"],
        "endings": ["....o"],
        "stopwords": ["la"],
        "negations": ["ne"],
        "alike": [],
    }


def test_commands_speak_it(new: New) -> None:
    """When they are asked to, or when the system does; their help names it, and so does a refusal."""
    for told in (new.guia("new", "--help", locale="eo.UTF-8"), new.guia("--help", locale="eo")):
        assert "Skribas malgrandan projekton." in told
    assert "en, eo, pt-BR" in " ".join(new.guia("check", "--help", locale="en").split())
    assert "en, eo, pt-BR" in new.guia("check", "--lang", "da", "small.yaml")
    assert "en, eo, pt-BR" in new.check(("language: eo", "language: da"))


def test_it_is_spelt_by_its_own_words_and_letters(new: New) -> None:
    """A slip is told, with what was meant by a letter that only this language has."""
    told = new.check(("summary: The workshop repairs your lamp.", f"summary: {SLIP}."))
    assert "averto[misspelt-word]: “ĉimo” estas en neniu vortaro." in told
    assert "Ĉu vi volis diri “ĝimo”?" in told
    assert re.findall(r"\[([a-z-]+)\]", told) == ["misspelt-word"]


def test_its_universal_words_are_claims(new: New) -> None:
    """A sentence with one of them, beside one of money, has to be proven."""
    told = new.check(("summary: The workshop repairs your lamp.", "summary: Ĉiam paga."))
    assert "[unmarked-universal]" in told


def test_its_names_have_the_forms_that_its_sentences_need(new: New) -> None:
    """A name without one of them is told, and with it is not."""
    needed = new.locale / "forms.txt"
    needed.write_text("of\n", encoding="utf-8")
    try:
        assert "[name-without-forms]" in new.check()
        assert "[" not in new.check(("    name: Repair\n", "    name: Repair\n    forms: {of: of Repair}\n"))
    finally:
        needed.unlink()


def test_what_a_language_does_not_have_is_left_out(new: New) -> None:
    """Without a project of its own none begins in it, but one begins all the same; without a list, nothing is spelt."""
    assert "What there is: en, pt-BR." in new.guia("new", "guide", "--language", "eo", locale="en")
    assert not (new.folder / "guide").exists()
    assert new.run("-m", "generator", "new", "guide", locale="eo").returncode == 0
    (new.locale / "spelling.txt").rename(new.folder / "spelling.txt")
    try:
        told = new.check(("summary: The workshop repairs your lamp.", f"summary: {SLIP}."))
        assert "[" not in told
    finally:
        (new.folder / "spelling.txt").rename(new.locale / "spelling.txt")


def test_the_manual_lists_it(new: New) -> None:
    """With what it has in its folder."""
    shutil.copytree(TOP / "docs" / "tooling", new.folder / "package" / "docs" / "tooling")
    told = new.run("-c", "from docs.tooling.languages import page; print(page())").stdout
    assert "| `eo` | yes | yes | yes | yes | yes | no | yes | yes | yes | yes | no | no |" in told
