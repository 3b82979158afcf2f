"""Our style sheet: one file that is named by its content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.publish import assets
from generator.theme import material
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


def test_no_script_of_the_theme_is_published(config: MkDocsConfig, theme: Files):
    """The shell needs none of them."""
    assert any(file.src_uri.startswith(material.SCRIPTS) for file in theme)
    assert [file for file in assets.publish(theme, config) if file.src_uri.startswith(material.SCRIPTS)] == []


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


def _width(name: re.Match[str]) -> str:
    return assets.breakpoints().get(name[0].strip("()"), name[0])


def test_our_sheet_holds_every_component_after_the_order_of_layers():
    """The order is told first, the guide's own tokens follow the engine's, and a component's file is enough."""
    sheet = assets.stylesheet(PORTUGUESE_GUIDE / "content" / "assets" / "tokens.css")
    order = re.search(r"@layer ([\w, -]+);", bare(sheet))
    assert order is not None
    assert order[1].split(", ")[0] == "theme"
    assert bare(sheet)[: order.start()].strip() == ""
    for path in Path(assets.__file__).parents[1].glob("components/*/*.css"):
        own = re.sub(r"\(--[a-z-]+\)", _width, path.read_text(encoding="utf-8"))
        assert " ".join(bare(own).split()) in " ".join(bare(sheet).split())
    assert depths(sheet)[-1] == 0
    assert min(depths(sheet)) == 0


def test_a_guide_without_tokens_of_its_own_has_the_engines(tmp_path: Path):
    """They are no must."""
    assert assets.stylesheet(tmp_path / "tokens.css") == assets.stylesheet()


def test_each_named_breakpoint_is_filled_in_and_used() -> None:
    """Browsers know no names of breakpoints: the published sheet has what they stand for, and no name stands idle."""
    sheet = assets.stylesheet()
    assert "(--" not in "".join(re.findall(r"@media [^{]+", sheet))
    assert "@media screen and (max-width: 40em) {" in sheet
    assert [name for name, width in assets.breakpoints().items() if f"@media {width}" not in sheet] == [
        "--tiny"
    ]
    assert f"@media screen and {assets.breakpoints()['--tiny']}" in sheet


def test_the_script_of_the_shell_knows_the_width_of_the_menu() -> None:
    """The menu is a popover up to the width at which the style sheet makes it a column, and no further."""
    script = (assets.PACKAGE / "browser" / "shell.js").read_text(encoding="utf-8")
    assert f'matchMedia("{assets.breakpoints()["--wide"]}")' in script
