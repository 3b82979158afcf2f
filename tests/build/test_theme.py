"""The shell of the pages comes with the engine: a project needs no templates, may lay its own over it, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import theme
from tests.conftest import mkdocs_build, second_guide
from tests.site.site import Site

FOOT = "<p>Harbour Systems, berth 4</p>"


def settings(folder: Path, old: str, new: str) -> Path:
    """Write the settings of the second guide with one line changed."""
    config = second_guide(folder)
    text = config.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new, 1), encoding="utf-8")
    return config


def test_a_project_without_templates_of_its_own_has_the_shell(harbour: Site):
    """Menu, parts, search and the one script, and none of Material's."""
    assert "custom_dir" not in (harbour.folder.parent / "mkdocs.yml").read_text(encoding="utf-8")
    home = (harbour.folder / "index.html").read_text(encoding="utf-8")
    for part in ("shell-bar", "shell-tabs", 'id="__menu"', "data-theme-switch", "/main.js", "<dialog"):
        assert part in home, part
    assert "bundle." not in home
    assert "md-search" not in home


def test_a_project_lays_its_own_over_one_part_of_the_shell(harbour: Site, tmp_path: Path):
    """Only that part changes: the line at the foot of every page, the error page's too."""
    config = settings(tmp_path, "  language: en\n", "  language: en\n  custom_dir: overrides\n")
    own = tmp_path / "overrides" / "partials" / "imprint.html"
    own.parent.mkdir(parents=True)
    own.write_text(FOOT, encoding="utf-8")
    done = mkdocs_build(config, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for name in ("index.html", "404.html"):
        page = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert page.count(FOOT) == 1
        assert page.replace(FOOT, "") == (harbour.folder / name).read_text(encoding="utf-8")


def test_the_foot_tells_the_copyright_where_a_project_has_no_line_of_its_own(tmp_path: Path):
    """That of `mkdocs.yml`, as with any theme."""
    config = settings(tmp_path, "docs_dir:", "copyright: Harbour Systems\ndocs_dir:")
    done = mkdocs_build(config, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "<p>Harbour Systems</p>" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("other", ["  name: readthedocs\n", "  name: null\n  custom_dir: content\n"])
def test_another_theme_is_refused_with_what_to_write(tmp_path: Path, other: str):
    """A shell without what it rests on would fall apart: no site, no traceback, and the two lines that mend it."""
    config = settings(tmp_path, "  name: material\n", other)
    done = mkdocs_build(config, tmp_path / "site")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    for told in ("mkdocs.yml does not name it.", "How to mend it: ", "`theme:`", "`name: material`"):
        assert told in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


def test_every_template_of_the_shell_says_what_it_is_for():
    """Each opens with a comment that says whose place it takes, and why."""
    for path in theme.FOLDER.rglob("*.html"):
        assert path.read_text(encoding="utf-8").startswith("{#- "), path
