"""The pictures of the guide's sign: drawn from its icon and its colours, the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publish.sign import CARD, TOUCH, Sign, publish
from generator.theme import material
from tests.catalogues import PORTUGUESE_GUIDE

OWN = """@layer tokens { :root {
  /* --day-bar: #111111; */
  --day-bar: #123456;
  --day-bar-ink: rgb(1 2 3);
  --night-bar: color-mix(in srgb, red, blue);
} }"""


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The settings of a guide whose pages lie in a folder of their own."""
    (tmp_path / "content" / "assets").mkdir(parents=True)
    loaded = load_config(
        str(PORTUGUESE_GUIDE / "mkdocs.yml"),
        docs_dir=str(tmp_path / "content"),
        site_dir=str(tmp_path / "site"),
    )
    loaded.plugins._current_plugin = "guide"
    return loaded


def published(config: MkDocsConfig) -> tuple[Sign, dict[str, bytes]]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    sign = publish(files, config)
    images = {file.src_uri: file.content_bytes for file in files if file.src_uri.endswith((".png", ".svg"))}
    return sign, images


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_each_picture_is_drawn_in_its_size_and_the_same_each_time(config: MkDocsConfig) -> None:
    """A square for phones, a card for shared links, and for browsers an SVG; the theme's own picture is not there."""
    sign, images = published(config)
    assert set(images) == {sign.icon, sign.touch, sign.card}
    assert size(images[sign.touch]) == (TOUCH, TOUCH)
    assert size(images[sign.card]) == CARD
    assert published(config) == (sign, images)
    # A tab of 16 pixels shows little else than the sign.
    (side,) = re.findall(r'<svg x="[\d.]+" y="[\d.]+" width="([\d.]+)"', images[sign.icon].decode())
    assert float(side) > 0.9 * 48


def test_the_colours_are_those_of_the_guide(config: MkDocsConfig) -> None:
    """What a guide lays over the tokens colours its pictures anew; what cannot be read leaves the engine's."""
    before, _ = published(config)
    Path(config.docs_dir, "assets", "tokens.css").write_text(OWN, encoding="utf-8")
    sign, images = published(config)
    drawn = images[sign.icon].decode()
    assert 'fill="#123456"' in drawn
    assert 'fill="rgb(1 2 3)"' in drawn
    assert sign.bars == {"light": "#123456", "dark": before.bars["dark"]}
    assert not {sign.icon, sign.touch, sign.card} & {before.icon, before.touch, before.card}


def test_a_guide_may_have_a_sign_of_its_own(config: MkDocsConfig) -> None:
    """One that it names, or puts where the theme's lies, stays that of the browser's tab."""
    config.theme["favicon"] = "assets/own.png"
    assert published(config)[0].icon == ""
    config.theme["favicon"] = material.FAVICON
    files = Files([File(material.FAVICON, config.docs_dir, config.site_dir, use_directory_urls=True)])
    assert publish(files, config).icon == ""
    assert files.get_file_from_path(material.FAVICON)


def test_an_icon_that_is_not_there_leaves_a_plain_sign(config: MkDocsConfig) -> None:
    """A name that no set has draws a disc: who made a set of their own has a picture all the same."""
    before, _ = published(config)
    config.theme["icon"] = {"logo": "own/none"}
    sign, images = published(config)
    assert sign.touch != before.touch
    assert b"<circle" in images[sign.icon]
