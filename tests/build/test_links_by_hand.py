"""Whatever a page by hand leads to or shows, `guia check` and the build say the same of it: that it is there, or not.

The build is done once, of all pages, with the check silenced: what is there is seen in the site, and what stops a
strict build in what it says.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.publish.projects import SETTINGS, Project

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
FILES = ("lamp.svg", "more/lamp.svg", "more/lâmpada de mesa.svg", "more/deep/lamp.svg", "more/form.pdf")
EXTENSIONS = "markdown_extensions: [attr_list, md_in_html, tables, footnotes]\n"
SILENCED = """\
from generator.publish.written import verdict
of = verdict.of
verdict.of = lambda *given: verdict.Judged(of(*given).pages, ())
from mkdocs.__main__ import cli
cli()
"""
TOP, IN, DEEP = "", "more/", "more/deep/"
INDEX = "more/index.md"

CASES = [
    # a picture beside the page, in Markdown and in HTML
    (TOP, "![a](lamp.svg)"),
    (TOP, '<img alt="a" src="lamp.svg">'),
    (TOP, '<img alt="a" src="../lamp.svg">'),
    (TOP, "![a](../lamp.svg)"),
    (IN, "![a](lamp.svg)"),
    (IN, 'See <img alt="a" src="lamp.svg">.'),
    (IN, 'See <img alt="a" src="../lamp.svg">.'),
    (IN, '<p><img alt="a" src="lamp.svg"></p>'),
    (IN, '<p><img alt="a" src="../lamp.svg"></p>'),
    (IN, '<p><img alt="a" src="../../lamp.svg"></p>'),
    (IN, '<p><img alt="a" src="../../../lamp.svg"></p>'),
    (IN, "![a](../lamp.svg)"),
    (IN, "![a][lamp]\n\n[lamp]: lamp.svg"),
    (DEEP, '<img alt="a" src="lamp.svg">'),
    (DEEP, '<img alt="a" src="../lamp.svg">'),
    (DEEP, "![a](../lamp.svg)"),
    (INDEX, '<img alt="a" src="lamp.svg"> ![a](lamp.svg) <a href="deep/lamp.svg">a</a>'),
    # within HTML that holds Markdown
    (IN, '<div markdown="1">\n![a](lamp.svg)\n</div>'),
    (IN, '<div markdown="1">\n<img alt="a" src="lamp.svg">\n</div>'),
    (IN, '<div markdown="1">\n<img alt="a" src="../lamp.svg">\n</div>'),
    # what else is shown or played
    (IN, '<picture><source srcset="lamp.svg 1x"><img alt="a" src="../lamp.svg"></picture>'),
    (
        IN,
        '<picture><source srcset="../lamp.svg 1x,../deep/lamp.svg 2x"><img alt="a" src="../lamp.svg"></picture>',
    ),
    (IN, '<img alt="a" src="../lamp.svg" srcset="../lamp.svg 1x, lamp.svg 2x">'),
    (IN, '<video poster="lamp.svg"></video>'),
    (IN, '<video poster="../lamp.svg"></video>'),
    (IN, '<audio><source src="lamp.ogg"></audio>'),
    (IN, '<video src="lamp.svg"></video>'),
    (IN, '<img alt="a" src="">'),
    (IN, "![a]()"),
    # pages, files, places
    (IN, "[a](../lamps.md)"),
    (IN, "[a](lamps.md)"),
    (IN, '<a href="../lamps.md">a</a>'),
    (IN, '<a href="../../lamps/">a</a>'),
    (IN, '<a href="../../lamps">a</a>'),
    (IN, '<a href="../../lamps/index.html">a</a>'),
    (IN, '<a href="../lamps/">a</a>'),
    (IN, "[a](../../lamps/)"),
    (IN, "[a](../../lamps/index.html)"),
    (IN, "[a](../costs.md) {{ link('costs') }} {{ link('modality', 'repair') }}"),
    (IN, '<a href="../../costs/#what">a</a>'),
    (IN, '<a href="../../costs/#repair">a</a> [a](../costs.md#repair)'),
    (IN, "[a](../costs.md#what)"),
    (IN, '<a href="../../costs.md">a</a>'),
    # places on other pages
    (IN, "[a](página.md#there) [a](p%C3%A1gina.md#there) [a](página.md#__top)"),
    (IN, "[a](página.md#here)"),
    (IN, '<a href="../página/#there">a</a> <a href="../página/index.html?one#there">a</a>'),
    (IN, '<a href="../página/#here">a</a>'),
    (IN, "[a](form.pdf#page=2)"),
    (TOP, "[a](guide.html)"),
    (TOP, '<a href="../guide.html">a</a>'),
    (TOP, '<a href="guide.html">a</a>'),
    (IN, "[a](form.pdf)"),
    (IN, '<a href="form.pdf">a</a>'),
    (IN, '<a href="../form.pdf">a</a>'),
    (IN, '## There\n\n[a](#there) <a href="#there">a</a>'),
    (IN, '## There\n\n<a href="#here">a</a>'),
    (IN, '<p id="here"></p>\n\n[a](#here) <a href="?one#here">a</a>'),
    (IN, '<a href="">a</a> [a](./)'),
    (IN, "Said[^1].\n\n[^1]: There."),
    # absolute, other hosts, queries, names in other signs
    (IN, '<a href="/lamps/">a</a>'),
    (IN, "[a](/lamps.md)"),
    (IN, '<a href="https://lamps.example/a.md">a</a> [a](mailto:a@lamps.example) <a href="tel:1">a</a>'),
    (IN, '<a href="../form.pdf?page=2#two">a</a>'),
    (IN, '<a href="form.pdf?page=2">a</a>'),
    (IN, "[a](form.pdf?page=2)"),
    (IN, "![a](l%C3%A2mpada%20de%20mesa.svg)"),
    (IN, '<img alt="a" src="../l%C3%A2mpada%20de%20mesa.svg">'),
    (IN, '<img alt="a" src="../lâmpada de mesa.svg">'),
    (IN, '<img alt="a" src="l%C3%A2mpada%20de%20mesa.svg">'),
    (IN, '<img alt="a" src="..&#47;lamp.svg">'),
    (IN, "[a](página.md)"),
    (IN, '<a href="../p%C3%A1gina/">a</a> <a href="../página/">a</a>'),
    (IN, '<a href="página/">a</a>'),
    (IN, "<IMG ALT=a SRC=lamp.svg>"),
    (IN, '`<img src="lamp.svg">`'),
    (IN, '    <img src="lamp.svg">'),
]


def _file(number: int, where: str) -> str:
    return where if where.endswith(".md") else f"{where}case-{number}.md"


def _project(folder: Path, without: set[str]) -> Project:
    project = Project(folder)
    project.write("mkdocs.yml", SETTINGS + EXTENSIONS)
    for each in FILES:
        project.write(f"content/{each}", PICTURE)
    project.write("content/more/página.md", "# Lamps\n\n## There\n")
    for number, (where, text) in enumerate(CASES):
        if (file := _file(number, where)) not in without:
            project.write(f"content/{file}", f"---\ntitle: Lamp\n---\n\n{text}\n")
    return project


class Both(NamedTuple):
    """What the check finds on each page, and the site that is built all the same."""

    checked: set[str]
    site: Path
    said: str


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    project = _project(tmp_path_factory.mktemp("links"), set())
    checked = {file.removeprefix("content/") for file, _, code in project.found() if code != "strange-word"}
    command = (sys.executable, "-c", SILENCED, "build", "-f", str(project.folder / "mkdocs.yml"))
    run = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=project.folder, check=False)
    assert run.returncode == 0, run.stderr
    return Both(checked, project.folder / "site", run.stderr)


@pytest.mark.parametrize(
    ("number", "where", "text"),
    [(at, *case) for at, case in enumerate(CASES)],
    ids=[text for _, text in CASES],
)
def test_check_and_build_say_the_same(both: Both, number: int, where: str, text: str):
    """Of a picture or a link, wherever its page lies and however it is written."""
    file = _file(number, where)
    warned = [line for line in both.said.splitlines() if line.startswith("WARNING") and file in line]
    page = both.site / file.removesuffix(".md").removesuffix("index") / "index.html"
    dead = list(_dead(page, both.site))
    assert (file in both.checked) == bool(warned or dead), (warned, dead)


def _dead(page: Path, site: Path) -> list[str]:
    """Return what a browser would look for in vain."""
    root = "https://guide.invalid/site/"
    content = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("article .guide")
    assert content
    here = urljoin(root, page.relative_to(site).as_posix().removesuffix("index.html"))
    told = [
        each
        for name in ("href", "src", "poster")
        for node in content.css(f"[{name}]")
        for each in [node.attributes[name] or ""]
    ]
    for node in content.css("[srcset]"):
        told += [each.split()[0] for each in (node.attributes["srcset"] or "").split(",")]
    dead = []
    for each in told:
        there = urlsplit(urljoin(here, each))
        if there.scheme != "https" or there.netloc != "guide.invalid":
            continue
        path = f"{there.scheme}://{there.netloc}{unquote(there.path)}"
        file = site / path.removeprefix(root)
        file = file / "index.html" if file.is_dir() else file
        found = path.startswith(root) and file.is_file()
        if not found or not (there.fragment.startswith("__") or _has(file, there.fragment)):
            dead.append(each)
    return dead


def _has(file: Path, place: str) -> bool:
    """Tell whether a page has a place; of what is no page, nothing is asked."""
    if not place or file.suffix != ".html":
        return True
    return bool(LexborHTMLParser(file.read_text(encoding="utf-8")).css_first(f'[id="{place}"]'))


def test_what_is_sound_is_built_by_the_command_that_people_use(both: Both, tmp_path: Path):
    """With the check awake, all pages of which it says nothing make a strict build."""
    project = _project(tmp_path, both.checked)
    command = (sys.executable, "-m", "mkdocs", "build", "--strict")
    run = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=project.folder, check=False)
    assert run.returncode == 0, run.stderr
