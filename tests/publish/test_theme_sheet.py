"""The theme's sheet in the site: in its layer, named by its content, with the rules that its pages can match."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.publish import assets, theme, theme_sheet
from generator.theme import material
from tests.theme import whole

ROOT = Path(__file__).parents[2]
BOX = '<div class="admonition tip"><p class="admonition-title">Mind</p></div>'
RULE = ".md-typeset .admonition.tip"
PLUGIN = "  - guide:\n"


def project(folder: Path, settings: str = "") -> MkDocsConfig:
    """The settings of a guide in a folder of its own, as MkDocs reads them."""
    (folder / "content").mkdir()
    file = folder / "mkdocs.yml"
    file.write_text(
        "site_name: A guide\ndocs_dir: content\ntheme:\n  name: material\n  custom_dir: own\n"
        f"plugins:\n{PLUGIN}      catalogue: none.yaml\n{settings}"
    )
    (folder / "own").mkdir()
    config = load_config(str(file))
    config.plugins._current_plugin = "guide"  # as MkDocs sets it for the time of an event
    theme.lay(config)
    return config


def published(config: MkDocsConfig, pages: dict[str, str] | None = None, **meta: str) -> Files:
    """Publish the theme's sheet for a site of pages that are HTML by now."""
    env = config.theme.get_env()
    files = Files([])
    files.add_files_from_theme(env, config)
    for path in sorted(Path(config.docs_dir).rglob("*.*")):
        name = path.relative_to(config.docs_dir).as_posix()
        files.append(File(name, config.docs_dir, config.site_dir, use_directory_urls=True))
    for name, html in (pages or {}).items():
        file = File.generated(config, name, content="")
        page = Page(None, file, config)
        page.content, page.meta = html, dict(meta)
        files.append(file)
    assets.publish(files, config)
    (address,) = theme_sheet.publish(files, config, env)
    assert files.get_file_from_path(address) is not None
    return files


def sheet(files: Files) -> tuple[str, str]:
    """The name of the theme's sheet, and its text."""
    (file,) = (each for each in files if re.fullmatch(r"assets/theme\.[0-9a-f]{8}\.css", each.src_uri))
    return file.src_uri, file.content_string


def test_the_theme_gives_one_sheet_in_its_layer(tmp_path: Path):
    """Without a layer it would beat every rule of ours; and none of its other sheets and maps is published."""
    files = published(project(tmp_path))
    _, text = sheet(files)
    head, foot = whole.layered("|").split("|")
    assert text.startswith(head + "html{")
    assert text.endswith(foot)
    assert "sourceMappingURL" not in text
    assert [each.src_uri for each in files if each.src_uri.startswith(material.SHEETS)] == []


def test_no_sheet_of_the_theme_holds_what_a_layer_cannot_hold():
    """`@import`, `@namespace` and a second `@charset` mean nothing inside a block: a browser would skip them."""
    assert re.findall(r"@(?:import|namespace|layer|charset)\b", whole.rules()) == []


def test_an_update_of_the_theme_is_followed():
    """Its sheet has another name in each release; it is known by it, and no other file is."""
    assert material.is_main_sheet("assets/stylesheets/main.00000000.min.css")
    for other in ("palette.1.min.css", "main.00000000.min.css.map"):
        assert not material.is_main_sheet(f"assets/stylesheets/{other}")


def test_a_page_by_hand_keeps_its_rules_and_names_the_sheet(tmp_path: Path):
    """Other rules, another address: no reader keeps an old sheet for new pages."""
    config = project(tmp_path)
    (bare, without), (boxed, with_box) = sheet(published(config)), sheet(published(config, {"a.md": BOX}))
    assert (RULE in without, RULE in with_box) == (False, True)
    assert bare != boxed
    assert sheet(published(config)) == (bare, without)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("own/partials/imprint.html", BOX),
        ("own/partials/imprint.html", '{% include "partials/box.html" %}'),
        ("content/own.js", 'box.classList.add("admonition", "tip")'),
    ],
)
def test_what_a_project_lays_over_the_shell_keeps_its_rules(tmp_path: Path, name: str, text: str):
    """Its templates, those that they include, and its scripts."""
    config = project(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "box.html").write_text(BOX)
    assert RULE not in sheet(published(config))[1]
    path.write_text(text)
    assert RULE in sheet(published(config))[1]


def test_what_a_projects_own_sheet_asks_for_is_set(tmp_path: Path):
    """A custom property of the theme that no page of ours needs."""
    config = project(tmp_path)
    assert "--md-tooltip-width:" not in sheet(published(config))[1]
    (tmp_path / "content" / "own.css").write_text("p{width:var(--md-tooltip-width)}")
    assert "--md-tooltip-width:" in sheet(published(config))[1]


def test_a_sheet_of_the_guide_itself_is_left_alone(tmp_path: Path):
    """Even in a folder that is called as the theme's, of pages or of templates."""
    config = project(tmp_path)
    for folder in ("content", "own"):
        path = tmp_path / folder / "assets" / "stylesheets" / f"{folder}.css"
        path.parent.mkdir(parents=True)
        path.write_text("a{b:c}", encoding="utf-8")
    files = published(config)
    for name in ("content", "own"):
        file = files.get_file_from_path(f"assets/stylesheets/{name}.css")
        assert file is not None
        assert file.content_string == "a{b:c}"


@pytest.mark.parametrize("event", ["page_context", "post_page", "post_template"])
def test_every_rule_stays_where_others_write_pages_later(tmp_path: Path, event: str):
    """What another plugin brings to a page by then, nobody can know."""
    config = project(tmp_path)
    config.plugins.events[event].append(SimpleNamespace(__self__=object()))
    assert sheet(published(config))[1] == whole.layered(whole.rules())


def test_every_rule_stays_where_a_page_is_laid_out_by_the_theme(tmp_path: Path):
    """A template of its own that is none of the shell's brings in whatever it includes."""
    config = project(tmp_path)
    own = tmp_path / "own" / "mine.html"
    own.write_text('{% extends "main.html" %}')
    assert sheet(published(config, {"a.md": BOX}, template="mine.html"))[1] != whole.layered(whole.rules())
    assert sheet(published(config, {"a.md": BOX}, template="blog.html"))[1] == whole.layered(whole.rules())
