"""A new field of a modality: four files say what it is, and all else finds it there."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.linter.examples import smallest
from tests.conftest import SECOND_GUIDE
from tests.package import copied, run

CHANGE = {
    "catalogue/modalities.py": (
        "    recommendations: tuple[Statement, ...] = Field(\n",
        """\
    cautions: tuple[Statement, ...] = Field((), description="What a reader does well to mind.")
""",
    ),
    "pages/modality/view.py": (
        "    recommendations: tuple[CitedText, ...]\n",
        "    cautions: tuple[CitedText, ...]\n",
        "        recommendations=tuple(",
        "        cautions=tuple(context.told(each.text, each.facts) for each in modality.cautions),\n",
    ),
    "pages/modality/template.html.jinja": (
        '{{ page.heading(2, pgettext("anchor", "cost"), _("Do I pay for it?")) }}\n',
        """\
{% if view.cautions %}
{{ page.heading(2, pgettext("anchor", "cautions"), _("What to mind")) }}
<ul>{% for each in view.cautions %}<li>{{ told(each) }}</li>{% endfor %}</ul>
{% endif %}
""",
    ),
    "locale/pt_BR/messages.po": (
        '#, python-format\nmsgid "%(count)s remark on the catalogue"\n',
        """\
msgctxt "schema"
msgid "Cautions"
msgstr "Cuidados"

msgctxt "schema"
msgid "What a reader does well to mind."
msgstr "O que convém ter em mente."

msgctxt "anchor"
msgid "cautions"
msgstr "cuidados"

msgid "What to mind"
msgstr "Cuidados"

""",
    ),
}
"""By file: before what a piece is put, and the piece, as often as there is one."""

FACT = "      - {id: lamps,"
CATALOGUE = (
    smallest()
    .replace(FACT, f"      - {{id: heat, text: A lamp stays hot for an hour.}}\n{FACT}")
    .replace(
        "    audience: Whoever has a lamp.\n",
        "    audience: Whoever has a lamp.\n    cautions:\n      - {text: A lamp is *hot* for an hour., facts: heat}\n",
    )
)


@dataclass(frozen=True)
class New:
    """A guide that uses the field, made by an engine that has it."""

    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(self.folder / "package", "-m", *arguments, cwd=self.folder)

    def check(self, old: str = "", new: str = "") -> list[str]:
        """Name what is found, once something of the guide is changed."""
        assert not old or CATALOGUE.count(old) == 1
        (self.folder / "changed.yaml").write_text(CATALOGUE.replace(old, new) if old else CATALOGUE, "utf-8")
        told = json.loads(self.run("generator", "check", "--format", "json", "changed.yaml").stdout)
        return [each["code"] for each in told["problems"]]

    def page(self, name: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.folder / "site" / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> New:
    folder = tmp_path_factory.mktemp("field")
    package = copied(folder / "package")
    for name, change in CHANGE.items():
        text = (package / name).read_text(encoding="utf-8")
        for before, piece in zip(change[::2], change[1::2], strict=True):
            assert text.count(before) == 1, before
            text = text.replace(before, piece + before)
        (package / name).write_text(text, encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "small.yaml").write_text(CATALOGUE, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SECOND_GUIDE.format(catalogue="small.yaml"), encoding="utf-8")
    made = New(folder)
    done = made.run("mkdocs", "build", "--strict", "-d", "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_its_page_shows_it_with_its_facts(new: New) -> None:
    """Under its heading, as the Markdown that it is, with the mark that leads to what it rests on."""
    page = new.page("modalities/repair/index.html")
    (heading,) = page.css("h2#cautions")
    assert heading.text(deep=False).strip() == "What to mind"
    (item,) = page.css("h2#cautions + ul > li")
    assert [node.text() for node in item.css("em")] == ["hot"]
    assert [node.attributes["href"] for node in item.css("a")] == ["../../sources/#heat"]


def test_its_facts_know_it(new: New) -> None:
    """What rests on a fact is counted where the fact stands."""
    (fact,) = new.page("sources/index.html").css("#heat")
    assert "1 statement rests on it" in (fact.parent.text() if fact.parent else "")


def test_the_search_finds_it(new: New) -> None:
    """Its part of the page is in the index, under its title."""
    (index,) = new.folder.glob("site/assets/guide.*/search.json")
    pages = json.loads(index.read_text(encoding="utf-8"))["pages"]
    (page,) = [each for each in pages if each["at"] == "modalities/repair/"]
    (part,) = [each for each in page["parts"] if each["at"] == "cautions"]
    assert (part["title"], part["text"]) == ("What to mind", "A lamp is hot for an hour.")


def test_checks_hold_it_as_any_other(new: New) -> None:
    """Its type, its facts, their names, its spelling, its links, and a fact that nothing else cites."""
    text = "{text: A lamp is *hot* for an hour., facts: heat}"
    assert new.check() == []
    assert new.check(text, "A lamp is hot.") == ["wrong-type"]
    assert new.check(text, "{text: A lamp is *hot* for an hour.}") == ["missing-key"]
    assert new.check("facts: heat}", "facts: heaat}") == ["unknown-reference"]
    assert new.check("A lamp is *hot*", "A lmp is *hot*") == ["misspelt-word"]
    assert new.check("A lamp is *hot* for an hour.", "'A [hot](nowhere/) lamp.'") == ["broken-link"]
    assert new.check("facts: heat}", "facts: lamps}") == ["fact-never-cited"]
    assert new.check("    cautions:", "    cautoins:") == ["unknown-key"]


def test_editors_and_promises_have_it(new: New) -> None:
    """In the words of the guide's language, with the facts that it can name; and a line of what is promised."""
    told = json.loads(new.run("generator", "schema", "--lang", "pt-BR", "small.yaml").stdout)
    field = told["$defs"]["Modality"]["properties"]["cautions"]
    assert (field["title"], field["description"]) == ("Cuidados", "O que convém ter em mente.")
    promised = new.run("generator", "promises", "small.yaml").stdout
    assert re.search(r"modalities\.repair\.cautions.*A lamp is \*hot\* for an hour.*heat", promised)
