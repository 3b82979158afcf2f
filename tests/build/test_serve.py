"""The preview as `make serve` runs it, plain `mkdocs serve`: each kind of file that a change is made in is seen."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.project import Project, until
from tests.build.serving import Preview, serving


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One server for all changes of this module."""
    with serving(tmp_path_factory.mktemp("preview")) as made:
        yield made


# A change is seen


def test_a_change_of_the_catalogue_is_seen(preview: Preview):
    """The title stands on every page."""
    preview.project.rename_guide("Um guia retocado")
    preview.shows("Um guia retocado")


def test_a_change_of_a_template_is_seen(preview: Preview):
    """Jinja keeps no stale one."""
    preview.edit(
        "generator/templates/page.html.jinja", "{% block main %}", "<p>Um modelo retocado</p>{% block main %}"
    )
    preview.shows("Um modelo retocado", "custos/")


def test_a_change_of_a_component_is_seen(preview: Preview):
    """On the pages that use it."""
    name = "generator/components/brief/macro.html.jinja"
    preview.edit(name, '<ul class="brief"', '<ul data-retouched="yes" class="brief"')
    preview.shows('data-retouched="yes"')


@pytest.mark.parametrize(
    "name",
    ["generator/pages/home/page.css", "generator/components/card/card.css", "content/assets/tokens.css"],
)
def test_a_change_of_a_style_sheet_is_seen(preview: Preview, name: str):
    """The engine's, a component's, and the guide's own."""
    mark = f".retouched-{Path(name).stem} {{}}"
    folder = preview.project.folder if name.startswith("content/") else preview.package
    with (folder / name).open("a", encoding="utf-8") as sheet:
        sheet.write(f"\n{mark}\n")
    until(lambda: mark in preview.style())


def test_a_change_of_a_translation_is_seen(preview: Preview):
    """Words are read again."""
    preview.edit(
        "generator/locale/pt_BR/messages.po", 'msgid "Home"\nmsgstr "', 'msgid "Home"\nmsgstr "Retocado: '
    )
    preview.shows("Retocado: ", "custos/")


def test_a_new_and_a_changed_page_of_content_are_seen(preview: Preview):
    """Hand-written pages come and change."""
    preview.project.write("content/mao.md", "# Feita à mão\n")
    preview.shows("Feita à mão", "mao/")
    preview.project.write("content/mao.md", "# Retocada à mão\n")
    preview.shows("Retocada à mão", "mao/")


def test_a_change_of_the_theme_is_seen(preview: Preview):
    """The shell that every page has, unless a project lays its own over it."""
    preview.edit("generator/theme/partials/tabs.html", "<nav", '<nav data-retouched="tabs"')
    preview.shows('data-retouched="tabs"', "custos/")


def test_a_change_of_an_override_is_seen(preview: Preview):
    """MkDocs alone watches the theme only when told to."""
    preview.project.edit("overrides/partials/imprint.html", "<p>", "<p>Perdido: ")
    until(lambda: "Perdido" in preview.missing("nada/"))


def test_a_change_of_the_settings_is_seen(preview: Preview):
    """And a folder of pages that they name only now is watched, too."""
    shutil.copytree(preview.project.folder / "content", preview.project.folder / "pages")
    preview.project.edit("mkdocs.yml", "docs_dir: content", "docs_dir: pages")
    preview.project.write("pages/outra.md", "# Outra pasta\n")
    preview.shows("Outra pasta", "outra/")
    preview.project.write("pages/outra.md", "# Pasta retocada\n")
    preview.shows("Pasta retocada", "outra/")
    preview.project.edit("mkdocs.yml", "docs_dir: pages", "docs_dir: content")
    until(lambda: not preview.page("outra/"))


def test_a_change_of_the_generator_itself_asks_for_a_restart(preview: Preview):
    """A module in memory stays what it was, and the console says so."""
    since = len(preview.said())
    os.utime(preview.package / "generator" / "views" / "cards.py")
    preview.says("reinicie o servidor", since)


# And no more than that


def test_one_touch_makes_one_rebuild(preview: Preview):
    """Nothing that a build writes is watched, or the preview would go on for ever."""
    before = preview.rebuilds()
    os.utime(preview.project.folder / "modalities.yaml")
    until(lambda: preview.rebuilds() > before)
    still = time.monotonic() + 4
    until(lambda: time.monotonic() > still)
    assert preview.rebuilds() == before + 1


# A broken save


@pytest.mark.parametrize(
    ("name", "good", "bad", "told"),
    [
        ("modalities.yaml", "guide:\n", "guide:\n  titel: X\n", "erro[unknown-key]"),
        ("overrides/partials/imprint.html", "<p>", "{% nothing %}<p>", "nothing"),
        ("mkdocs.yml", "docs_dir: content", "docs_dir: nowhere", "docs_dir"),
    ],
)
def test_a_broken_save_is_told_and_the_last_good_pages_stay(
    preview: Preview, name: str, good: str, bad: str, told: str
):
    """MkDocs alone gives no answer at all until it is mended; and the mending save is seen."""
    since = len(preview.said())
    preview.project.edit(name, good, bad)
    preview.says(told, since)
    until(
        lambda: any(words in preview.said()[since:] for words in ("last good pages", "últimas páginas boas"))
    )
    assert "<h1>" in preview.page("custos/")
    assert preview.process.poll() is None
    preview.project.edit(name, bad, good)
    mark = f"Consertado {len(preview.said())}"
    preview.project.write("content/conserto.md", f"# {mark}\n")
    preview.shows(mark, "conserto/")


# Start and end


def with_links_to_themselves(project: Project) -> None:
    for folder in ("content", "overrides"):
        for name in ("again", "and-again"):
            (project.folder / folder / name).symlink_to(project.folder / folder)


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right of its own there")
def test_folders_that_link_to_themselves_are_told_and_not_followed(tmp_path: Path):
    """Two such links open more ways than anybody could go to the end of; once they are gone, the guide is there."""
    with serving(tmp_path, before=with_links_to_themselves) as preview:
        preview.shows("link-in-content")
        for folder in ("content", "overrides"):
            for name in ("again", "and-again"):
                (preview.project.folder / folder / name).unlink()
        preview.shows("<h1>", "custos/")


@pytest.mark.parametrize("arguments", [(), ("--dirty", "--no-livereload")])
def test_a_preview_shows_the_guide_and_leaves_nothing_behind(tmp_path: Path, arguments: tuple[str, ...]):
    """However it is started; it never builds into the site of the project."""
    with serving(tmp_path, *arguments) as preview:
        preview.shows("<h1>", "custos/")
        preview.process.send_signal(signal.SIGINT)
        preview.process.wait(timeout=20)
        assert list(preview.temporary.iterdir()) == []
        assert not preview.project.site.exists()
