"""Style sheets: ours in one file that is named by its content, the theme's in a layer below it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publish import assets
from tests.catalogues import PORTUGUESE_GUIDE

_COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\.""", re.DOTALL)


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The settings of the site, as MkDocs reads them."""
    loaded = load_config(str(PORTUGUESE_GUIDE / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    loaded.plugins._current_plugin = "guide"  # as MkDocs sets it for the time of an event
    return loaded


@pytest.fixture
def theme(config: MkDocsConfig) -> Files:
    """All files of the theme."""
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return files


def sheets(files: Files) -> dict[str, str]:
    return {file.src_uri: file.content_string for file in files if file.src_uri.endswith(".css")}


def bare(sheet: str) -> str:
    """Return a sheet without comments and strings, in which braces only mean what they mean."""
    return _COMMENT_OR_STRING.sub("", sheet)


def depths(sheet: str) -> list[int]:
    found, depth = [], 0
    for sign in re.findall(r"[{}]", bare(sheet)):
        depth += 1 if sign == "{" else -1
        found.append(depth)
    return found


# The theme's sheets


def test_each_sheet_of_the_theme_stands_in_its_layer(config: MkDocsConfig, theme: Files):
    """Nothing of it stands outside, or it would beat every rule of ours; and nothing of it is lost."""
    before = sheets(theme)
    published = sheets(assets.publish(theme, config))
    assert len(before) >= 2
    for name, sheet in before.items():
        rules = sheet.partition("/*# sourceMappingURL")[0].removeprefix('@charset "UTF-8";')
        assert published[name] == f'@charset "UTF-8";@layer theme{{{rules}}}\n'
        assert depths(published[name]).count(0) == 1
        assert min(depths(published[name])) == 0


def test_no_sheet_of_the_theme_holds_what_a_layer_cannot_hold(theme: Files):
    """`@import`, `@namespace` and a second `@charset` mean nothing inside a block: a browser would skip them."""
    for sheet in sheets(theme).values():
        assert re.findall(r"@(?:import|namespace|layer)\b", bare(sheet)) == []
        assert sheet.count("@charset") == sheet.startswith('@charset "UTF-8";')


def test_a_sheet_without_a_charset_is_given_one():
    """Our own files are UTF-8, whatever a server says."""
    assert assets._layered("a{b:c}") == '@charset "UTF-8";@layer theme{a{b:c}}\n'
    assert assets._layered('@charset "UTF-8";a{b:"é"}') == '@charset "UTF-8";@layer theme{a{b:"é"}}\n'


def test_no_map_of_a_sheet_is_published(config: MkDocsConfig, theme: Files):
    """It would lead to the wrong places: neither the file nor a word of it."""
    assert any(file.src_uri.endswith(".css.map") for file in theme)
    published = assets.publish(theme, config)
    assert [file.src_uri for file in published if file.src_uri.endswith(".css.map")] == []
    assert [name for name, sheet in sheets(published).items() if "sourceMappingURL" in sheet] == []


def test_a_sheet_of_the_guide_itself_is_left_alone(config: MkDocsConfig, tmp_path: Path):
    """Even in a folder that is called as the theme's."""
    own = tmp_path / "assets" / "stylesheets" / "own.css"
    own.parent.mkdir(parents=True)
    own.write_text("a{b:c}", encoding="utf-8")
    config.docs_dir = str(tmp_path)
    files = Files(
        [File("assets/stylesheets/own.css", str(tmp_path), config.site_dir, use_directory_urls=True)]
    )
    assert sheets(assets.publish(files, config))["assets/stylesheets/own.css"] == "a{b:c}"


# Our own sheet


def test_our_sheet_comes_first_of_the_extra_ones_and_only_once(config: MkDocsConfig):
    """A guide's own extra sheets come after it; a second build with the same settings adds none."""
    config.extra_css = ["assets/mine.css"]
    assets.publish(Files([]), config)
    files = assets.publish(Files([]), config)
    (ours,) = sheets(files)
    assert config.extra_css == [ours, "assets/mine.css"]


def test_our_sheet_is_named_by_its_content(config: MkDocsConfig, tmp_path: Path):
    """Other tokens, another address: no reader keeps an old sheet for new pages."""
    names = set()
    config.docs_dir = str(tmp_path)
    for colour in ("red", "blue", "red"):
        (tmp_path / "assets").mkdir(exist_ok=True)
        (tmp_path / "assets" / "tokens.css").write_text(
            f"@layer tokens {{ a {{ color: {colour} }} }}", "utf-8"
        )
        names |= set(sheets(assets.publish(Files([]), config)))
    assert len(names) == 2


def test_our_sheet_holds_every_component_after_the_order_of_layers():
    """The order is told first, the guide's own tokens follow the engine's, and a component's file is enough."""
    sheet = assets.stylesheet(PORTUGUESE_GUIDE / "content" / "assets" / "tokens.css")
    order = re.search(r"@layer ([\w, -]+);", bare(sheet))
    assert order is not None
    assert order[1].split(", ")[0] == "theme"
    assert bare(sheet)[: order.start()].strip() == ""
    for path in Path(assets.__file__).parents[1].glob("components/*/*.css"):
        assert path.read_text(encoding="utf-8") in sheet
    assert depths(sheet)[-1] == 0
    assert min(depths(sheet)) == 0


def test_a_guide_without_tokens_of_its_own_has_the_engines(tmp_path: Path):
    """They are no must."""
    assert assets.stylesheet(tmp_path / "tokens.css") == assets.stylesheet()
