"""A new kind of page: a row, a folder and nothing else, and it stands wherever pages stand.

What it shows is drawn by a new component, which is a folder and nothing else.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.catalogues import HARBOUR
from tests.conftest import SECOND_GUIDE
from tests.package import copied

TOP = Path(__file__).parents[2]

ROW = """\
    Route(
        kind="departures",
        part=LAST_PART,
        title=N_("Departures"),
        description=N_("When the boats leave."),
        slug=pgettext("address", "sailings"),
        anchors=("piers",),
        ids=("term",),
        weight=0.5,
        helps=("lost", "search"),
        linked=True,
        told="The boats.",
    ),
"""

FOLDER = {
    "view.py": '''\
"""Departures."""

from generator.views.context import Context


def view(context: Context) -> tuple[str, ...]:
    return tuple(context.catalogue.term)
''',
    "template.html.jinja": """\
{% extends "templates/page.html.jinja" %}
{% from "components/lantern/macro.html.jinja" import lantern %}
{% block main %}
{{ lantern("Pier head") }}
{{ page.heading(2, pgettext("anchor", "piers"), "Piers") }}
{% for id in view %}<p id="{{ id }}">Boat</p>{% endfor %}
{% endblock %}
""",
    "page.css": "@layer pages { .departures { color: inherit; } }\n",
}

COMPONENT = {
    "macro.html.jinja": """\
{#- A lantern that can be lit. -#}
{% macro lantern(place, kind="oil") -%}
<p class="lantern lantern--{{ kind }}" data-component="lantern">{{ place }}</p>
{%- endmacro %}
""",
    "component.yaml": """\
macros:
  lantern:
    place: {type: text, about: Where it hangs.}
    kind: {type: code, default: oil, about: What it burns.}

examples:
  - {name: A lantern., arguments: {place: Slip}}

hostile:
  - {name: Words without end., like: A lantern., texts: endless}
""",
    "lantern.css": "@layer components { .lantern { color: inherit; } }\n",
    "lantern.js": """\
export function enhance(element, data) {
  element.title = data.words.lantern.lit;
}
""",
    "messages.yaml": "lit: The lantern is lit.\nwicks: {one: a wick, many: '{number} wicks'}\n",
}

TELL = """\
import json
from generator.i18n import words
from generator.wording.script_messages import all_messages
from tests.components.examples import Renderer, examples

drawn = [Renderer().render(each) for each in examples("lantern")]
print(json.dumps({"drawn": drawn, "said": dict(all_messages(words("pt-BR"))["lantern"])}))
"""


@dataclass(frozen=True)
class New:
    """The site of a guide that is made by an engine with one more kind of page."""

    folder: Path
    site: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "LC_ALL": "C"}
        return subprocess.run(
            (sys.executable, "-m", *arguments),
            cwd=self.folder,
            env={**surroundings, "PYTHONPATH": os.pathsep.join((str(self.folder / "package"), str(TOP)))},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def faults(self) -> list[str]:
        """Name what is wrong with the catalogue."""
        return re.findall(r"error\[([a-z-]+)\]", self.run("generator", "check", "harbour.yaml").stdout)

    def page(self, name: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.site / name).read_text(encoding="utf-8"))

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> New:
    folder = tmp_path_factory.mktemp("kind")
    made = New(folder, folder / "site")
    copied(folder / "package")
    made.edit("package/generator/routes.py", "ROWS = (\n", f"ROWS = (\n{ROW}")
    kind = folder / "package" / "generator" / "pages" / "departures"
    kind.mkdir()
    for name, text in FOLDER.items():
        (kind / name).write_text(text, encoding="utf-8")
    component = folder / "package" / "generator" / "components" / "lantern"
    component.mkdir()
    for name, text in COMPONENT.items():
        (component / name).write_text(text, encoding="utf-8")
    (folder / "tell.py").write_text(TELL, encoding="utf-8")
    shutil.copy(HARBOUR, folder / "harbour.yaml")
    made.edit("harbour.yaml", "  pages:\n", "  pages:\n    - {page: departures, searched_as: [timetable]}\n")
    made.edit("harbour.yaml", "without waiting for anybody.", "without [waiting](sailings/#incident).")
    (folder / "content").mkdir()
    (folder / "content" / "pier.md").write_text('# Pier\n\n{{ link("departures") }}\n', encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SECOND_GUIDE.format(catalogue="harbour.yaml"), encoding="utf-8")
    done = made.run("mkdocs", "build", "--strict", "-d", "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def links(page: LexborHTMLParser, where: str) -> dict[str, str]:
    return {node.text().strip(): node.attributes["href"] or "" for node in page.css(f"{where} a[href]")}


def test_it_is_a_page_with_its_style(new: New) -> None:
    """It is made at its address, under its title, described, and laid out by the template in its folder."""
    page = new.page("sailings/index.html")
    assert [node.text() for node in page.css("title")] == ["Departures - Support Guide"]
    assert page.css('meta[name="description"][content="When the boats leave."]')
    assert page.css(".guide--departures #piers")
    assert page.css(".guide--departures #incident")
    (sheet,) = (new.site / "assets").glob("guide.*.css")
    assert FOLDER["page.css"] in sheet.read_text(encoding="utf-8")


def test_readers_are_led_to_it(new: New) -> None:
    """By the navigation, the error page, a hand-written page, and a search that finds nothing."""
    assert links(new.page("costs/index.html"), "nav")["Departures"] == "../sailings/"
    assert links(new.page("404.html"), ".guide--not-found")["Departures"] == "/sailings/"
    assert links(new.page("pier/index.html"), ".guide")["Departures"] == "../sailings/"
    assert new.page("index.html").css('.search__ways a[data-at="sailings/"]')


def test_the_search_finds_it(new: New) -> None:
    """By its title and by the words that the catalogue gives it, at its weight."""
    (index,) = new.site.glob("assets/guide.*/search.json")
    (entry,) = [
        each for each in json.loads(index.read_text(encoding="utf-8"))["pages"] if each["at"] == "sailings/"
    ]
    assert (entry["title"], entry["words"], entry["weight"]) == ("Departures", ["timetable"], 0.5)


def test_editors_offer_it(new: New) -> None:
    """The schema knows it as a page that words can be given to."""
    told = new.run("generator", "schema", "harbour.yaml").stdout
    assert re.search(r'"departures"', told)
    assert "The boats." in told


def test_its_anchors_are_kept_from_ids(new: New) -> None:
    """An id that would be its anchor is refused, and so is a link to a part that it does not have."""
    new.edit(
        "harbour.yaml", "glossary:\n", "glossary:\n  - {id: piers, term: Pier, definition: It, facts: g1}\n"
    )
    assert new.faults() == ["anchor-clash"]
    new.edit("harbour.yaml", "{id: piers, term: Pier", "{id: pier, term: Pier")
    assert new.faults() == []
    new.edit("harbour.yaml", "(sailings/#incident)", "(sailings/#piers)")
    assert new.faults() == ["broken-link"]


def test_a_component_is_drawn_with_its_style_and_its_script(new: New) -> None:
    """Templates can call its macro; its style is in the sheet, its script beside the others, its words in the data."""
    page = new.page("sailings/index.html")
    assert [node.text() for node in page.css('.lantern--oil[data-component="lantern"]')] == ["Pier head"]
    (sheet,) = (new.site / "assets").glob("guide.*.css")
    assert COMPONENT["lantern.css"] in sheet.read_text(encoding="utf-8")
    (script,) = new.site.glob("assets/guide.*/lantern.js")
    assert script.read_text(encoding="utf-8") == COMPONENT["lantern.js"]
    data = json.loads(script.with_name("data.json").read_text(encoding="utf-8"))
    said = {"lit": "The lantern is lit.", "wicks_one": "a wick", "wicks_many": "{number} wicks"}
    assert data["words"]["lantern"] == said


def test_a_component_is_shown_and_its_words_are_translated(new: New) -> None:
    """Its examples are drawn; translators are asked for its words, and what they write is what its script says."""
    asked = new.run("tests.messages").stdout
    told = re.findall(r"to be translated: (.+)", asked)
    assert {"The lantern is lit.", "a wick"} <= set(told)
    new.edit(
        "package/generator/locale/pt_BR/messages.po",
        'msgid "The lantern is lit."\nmsgstr ""',
        'msgid "The lantern is lit."\nmsgstr "A lanterna está acesa."',
    )
    made = json.loads(new.run("tell").stdout)
    assert [("Slip" in each, "Lamplighter" in each) for each in made["drawn"]] == [
        (True, False),
        (False, True),
    ]
    assert made["said"]["lit"] == "A lanterna está acesa."
