"""`mkdocs build` as people run it: a good build replaces the site whole, any other leaves it byte for byte."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.publish.staging import Staging
from tests.build.project import SITE_URL, Project, files, until
from tests.once import for_all

EPOCH = "1700000000"
"""A date of build for builds that are compared: 14 November 2023."""


@pytest.fixture(scope="module")
def built(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a good site, built once; nobody changes it."""

    def make(folder: Path) -> None:
        code, said = Project.copied(folder).run(
            "build", "--strict", SOURCE_DATE_EPOCH=EPOCH, PYTHONHASHSEED="1"
        )
        assert code == 0, said

    return Project(for_all(pytestconfig, tmp_path_factory, "built", make))


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of it to break."""
    return Project.copied(tmp_path / "project", built.folder)


# Good builds


def test_a_good_build_replaces_the_site_whole(project: Project):
    """A new page is there, a stale file is not, and nothing is left beside the site.

    Its date of build may be the first second: `SOURCE_DATE_EPOCH=0` is what tools set that do not care for dates.
    """
    project.write("site/stale/index.html", "stale")
    project.write("content/novidade.md", "# Novidade\n")
    code, said = project.run("build", "--strict", SOURCE_DATE_EPOCH="0")
    assert code == 0, said
    assert not (project.site / "stale").exists()
    assert "Novidade" in (project.site / "novidade" / "index.html").read_text(encoding="utf-8")
    assert "<lastmod>1970-01-01</lastmod>" in (project.site / "sitemap.xml").read_text(encoding="utf-8")
    assert project.left_over() == []


def test_what_files_of_a_guide_say_is_kept(project: Project):
    """A guide may have `_headers` and `robots.txt`: the policy goes before the one, and the other stays as it is.

    A page may be kept out of the search by `exclude`, or by a plain `false`, as writers try it first; an empty word
    changes nothing.
    """
    project.write("content/_headers", "/assets/*\n  Cache-Control: max-age=31536000\n")
    project.write("content/robots.txt", "User-agent: *\nDisallow: /\n")
    words = {"sem": "search: false", "fora": "search: {exclude: true}", "achada": "search:"}
    for name, word in words.items():
        project.write(
            f"content/{name}.md", f"---\ntitle: Uma {name}\n{word}\n---\n\n# Uma {name}\n\nTexto.\n"
        )
    code, said = project.run("build", "--strict", SOURCE_DATE_EPOCH=EPOCH)
    assert code == 0, said
    headers = (project.site / "_headers").read_text(encoding="utf-8")
    assert headers.startswith("/*\n  Content-Security-Policy: ")
    assert headers.endswith("/assets/*\n  Cache-Control: max-age=31536000\n")
    assert (project.site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    (index,) = project.site.glob("assets/guide.*/search.json")
    text = index.read_text(encoding="utf-8")
    assert [name for name in words if f"Uma {name}" in text] == ["achada"]


def unnumbered(names: Iterable[str]) -> set[str]:
    """Leave out of names what stands for content: the folder with the search's index changes with each page."""
    return {re.sub(r"\bguide\.[0-9a-f]{8}\b", "guide", name) for name in names}


def test_a_navigation_written_by_hand_is_obeyed(project: Project):
    """It may name some pages only; the others are built all the same."""
    project.edit(
        "mkdocs.yml",
        "plugins:",
        "nav:\n  - Primeiro: index.md\n  - À mão: mao.md\n  - Preços: custos.md\nplugins:",
    )
    project.write("content/mao.md", "# Escrita à mão\n")
    before = unnumbered(project.files())
    code, said = project.run("build", "--strict")
    assert code == 0, said
    home = (project.site / "index.html").read_text(encoding="utf-8")
    assert [name in home for name in ("Primeiro", "À mão", "Preços")] == [True, True, True]
    assert unnumbered(project.files()) - before == {"mao/index.html"}
    assert before - unnumbered(project.files()) == set()


def test_a_dirty_build_is_a_whole_one(project: Project):
    """MkDocs would only write what changed; beside the old site, all of it has."""
    project.write("site/stale/index.html", "stale")
    before = set(project.files())
    code, said = project.run("build", "--dirty")
    assert code == 0, said
    assert set(project.files()) == before - {"stale/index.html"}


def test_equal_inputs_give_equal_bytes_wherever_the_site_is_built(project: Project):
    """In another folder, with other hashes of strings, at another second: each file, the compressed sitemap too.

    `-d` is obeyed, and the usual folder is left alone.
    """
    one = project.files()
    code, said = project.run(
        "build", "--strict", "-d", "public/guia", SOURCE_DATE_EPOCH=EPOCH, PYTHONHASHSEED="2"
    )
    assert code == 0, said
    assert project.files() == one
    two = project.files("public/guia")
    assert set(one) == set(two)
    assert [name for name in one if one[name][0] != two[name][0]] == []
    assert f"<loc>{SITE_URL}custos/</loc>" in one["sitemap.xml"][0].decode()
    assert "<lastmod>2023-11-14</lastmod>" in one["sitemap.xml"][0].decode()
    assert "sitemap.xml.gz" in one
    assert f"Sitemap: {SITE_URL}sitemap.xml\n" in one["robots.txt"][0].decode()
    head = one["custos/index.html"][0].decode()
    assert f'<link rel="canonical" href="{SITE_URL}custos/">' in head
    assert f'<meta property="og:url" content="{SITE_URL}custos/">' in head
    (card,) = (name for name in one if name.startswith("assets/card."))
    assert f'<meta property="og:image" content="{SITE_URL}{card}">' in head


@pytest.mark.parametrize(
    ("command", "date"),
    [("build", ""), ("build", "ontem"), ("build", "-1"), ("build", "99999999999"), ("serve", "ontem")],
)
def test_a_date_of_build_that_is_none_is_told_in_one_line(
    project: Project, tmp_path: Path, command: str, date: str
):
    """The variable is named, nothing is touched, and a preview leaves no folder behind."""
    before = project.files()
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    code, said = project.run(command, SOURCE_DATE_EPOCH=date, TMPDIR=str(temporary))
    assert code == 1
    assert [line for line in said.splitlines() if line and not line.startswith("INFO")] == [
        said.splitlines()[-1]
    ]
    assert list(temporary.iterdir()) == []
    assert "SOURCE_DATE_EPOCH" in said
    assert f"“{date}”" in said
    assert project.files() == before


# Builds that fail


def wrong_catalogue(project: Project) -> None:
    project.edit("modalities.yaml", "guide:\n", "guide:\n  titel: X\n")


def missing_catalogue(project: Project) -> None:
    (project.folder / "modalities.yaml").unlink()


def empty_catalogue(project: Project) -> None:
    project.write("modalities.yaml", "")


def catalogue_that_is_a_folder(project: Project) -> None:
    missing_catalogue(project)
    (project.folder / "modalities.yaml").mkdir()


def page_with_a_broken_link(project: Project) -> None:
    project.write("content/mao.md", "# Mão\n\n[nada](nada.md)\n")


def page_with_an_unknown_name(project: Project) -> None:
    project.write("content/mao.md", "---\ntitle: Mão\n---\n# Mão\n\n{{ modality['nenhuma'].name }}\n")


def page_that_the_catalogue_makes(project: Project) -> None:
    project.write("content/custos/index.md", "# Custos\n")


def asset_in_the_place_of_a_page(project: Project) -> None:
    project.write("content/Custos/index.html", "<h1>Custos</h1>")


def broken_template(project: Project) -> None:
    project.write(
        "overrides/main.html", '{% extends "base.html" %}{% block content %}{{ nobody.name }}{% endblock %}'
    )


def template_with_a_wrong_tag(project: Project) -> None:
    project.write("overrides/main.html", '{% extends "base.html" %}{% nothing %}')


def broken_settings(project: Project) -> None:
    project.edit("mkdocs.yml", "docs_dir: content", "docs_dir: nowhere")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (wrong_catalogue, ["erro[unknown-key]", "titel", "Como consertar:"]),
        (missing_catalogue, ["modalities.yaml", "não pôde ser lido", "Como consertar:"]),
        (empty_catalogue, ["modalities.yaml:1:1", "erro[empty-file]", "Como consertar:"]),
        (catalogue_that_is_a_folder, ["modalities.yaml", "não pôde ser lido", "é uma pasta"]),
        (page_with_a_broken_link, ["content/mao.md:3:", "nada.md", "link-to-nowhere"]),
        (page_with_an_unknown_name, ["content/mao.md:6:14", "nenhuma", "unknown-name"]),
        (page_that_the_catalogue_makes, ["content/custos/index.md:1:1", "taken-address"]),
        (asset_in_the_place_of_a_page, ["content/Custos/index.html:1:1", "taken-address"]),
        (broken_settings, ["docs_dir"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_build_that_fails_says_why_and_touches_nothing(
    project: Project, spoil: Callable[[Project], None], told: list[str]
):
    """Exit code 1, no traceback, and the last good site is the same to the byte and to the time of change."""
    spoil(project)
    before = project.files()
    code, said = project.run("build", "--strict")
    assert code == 1, said
    assert [words for words in told if words not in said] == []
    assert "Traceback" not in said
    assert project.files() == before
    assert project.left_over() == []


@pytest.mark.parametrize("spoil", [broken_template, template_with_a_wrong_tag])
def test_a_broken_template_touches_nothing(project: Project, spoil: Callable[[Project], None]):
    """However late a build fails."""
    spoil(project)
    before = project.files()
    code, _ = project.run("build")
    assert code == 1
    assert project.files() == before
    assert project.left_over() == []


def test_a_wrong_catalogue_is_told_with_file_line_and_column(project: Project):
    """The place is the writer's own, and the line is quoted."""
    wrong_catalogue(project)
    lines = (project.folder / "modalities.yaml").read_text(encoding="utf-8").splitlines()
    code, said = project.run("build")
    assert code == 1
    assert f"modalities.yaml:{lines.index('  titel: X') + 1}:3: " in said
    assert f"{lines.index('  titel: X') + 1} |   titel: X" in said


@pytest.mark.parametrize(
    ("arguments", "spoil"),
    [
        (("-q", "build", "--strict"), page_with_a_broken_link),
        (("build", "-q", "--strict"), page_with_a_broken_link),
        (("build", "-q", "--strict"), wrong_catalogue),
    ],
)
def test_strict_stays_strict_when_quiet(
    project: Project, arguments: tuple[str, ...], spoil: Callable[[Project], None]
):
    """MkDocs alone counts no warning under `--quiet`, and publishes."""
    spoil(project)
    before = project.files()
    code, _ = project.run(*arguments)
    assert code == 1
    assert project.files() == before
    assert project.left_over() == []


def test_a_quiet_build_is_quiet(project: Project):
    """Counting warnings does not show them."""
    assert project.run("build", "-q", "--strict") == (0, "")


# Where the site stands


def test_a_site_that_is_a_link_stays_one(project: Project):
    """A failing build leaves what it points to, a good one replaces that."""
    real = project.folder.parent / "out"
    shutil.copytree(project.site, real)
    shutil.rmtree(project.site)
    project.site.symlink_to(real)
    project.write("site/stale.html", "stale")
    before = files(real)
    page_with_a_broken_link(project)
    assert project.run("build", "--strict")[0] == 1
    assert (project.site.is_symlink(), files(real)) == (True, before)
    (project.folder / "content" / "mao.md").unlink()
    assert project.run("build", "--strict")[0] == 0
    assert project.site.is_symlink()
    assert set(before) - set(files(real)) == {"stale.html"}
    assert sorted(path.name for path in real.parent.iterdir()) == ["out", "project"]


def test_a_site_that_is_a_file_is_refused(project: Project):
    """Nobody's file is deleted."""
    project.write("out", "mine")
    code, said = project.run("build", "-d", "out")
    assert code == 1
    assert str(project.folder / "out") in said
    assert "Traceback" not in said
    assert (project.folder / "out").read_text(encoding="utf-8") == "mine"


def test_two_builds_at_once_are_refused(project: Project):
    """The second says so; the first goes on."""
    before = project.files()
    first = Staging(project.site)
    code, said = project.run("build")
    first.discard()
    assert code == 1
    assert ".site.new" in said
    assert len(said.strip().splitlines()) == 1
    assert project.files() == before
    assert project.left_over() == []  # nothing is in the way of the next one


def test_a_killed_build_leaves_the_old_site_and_the_next_one_succeeds(project: Project, built: Project):
    """At any moment: what stands is one site or the other, whole."""
    old = {name: content for name, (content, _) in project.files().items()}
    project.rename_guide("Um outro guia")
    began = time.monotonic()
    assert project.run("build", "-d", "whole", SOURCE_DATE_EPOCH=EPOCH)[0] == 0
    took = time.monotonic() - began
    new = {name: content for name, (content, _) in project.files("whole").items()}
    assert new != old
    moments = random.Random(20260701)
    for share in (None, 0.7, 0.95):
        process = project.start("build", SOURCE_DATE_EPOCH=EPOCH)
        if share is None:
            until((project.folder / ".site.new" / "site" / "index.html").exists)
        else:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=took * (share + moments.uniform(-0.1, 0.1)))
        process.kill()
        process.communicate()
        now = {name: content for name, (content, _) in project.files().items()}
        assert now == old if share is None else now in (old, new)
    assert project.run("build", SOURCE_DATE_EPOCH=EPOCH)[0] == 0
    assert {name: content for name, (content, _) in project.files().items()} == new
    assert project.left_over() == []


# Who else builds


def test_a_deployment_takes_the_site_that_was_built(project: Project):
    """`mkdocs gh-deploy` too builds beside the site, and then sends what stands in its place."""

    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@guide.invalid")
        done = subprocess.run(
            ("git", *identity, *arguments),
            cwd=project.folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout

    git("init", "--quiet", "--initial-branch=main")
    git("init", "--quiet", "--bare", str(project.folder.parent / "remote.git"))
    git("remote", "add", "origin", str(project.folder.parent / "remote.git"))
    git("config", "user.name", "Test")
    git("config", "user.email", "test@guide.invalid")
    git("add", "mkdocs.yml")
    git("commit", "--quiet", "--message=start")
    code, said = project.run("gh-deploy", "--strict", SOURCE_DATE_EPOCH=EPOCH)
    assert code == 0, said
    sent = set(git("ls-tree", "-r", "--name-only", "-z", "gh-pages").split("\0")) - {"", ".nojekyll"}
    assert sent == set(project.files())
    before = project.files()
    wrong_catalogue(project)
    assert project.run("gh-deploy", "--strict")[0] == 1
    assert project.files() == before
