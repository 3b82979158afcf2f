"""Scripts and their tables: one folder, named by all that is in it, so that old and new never meet in a cache."""

from __future__ import annotations

import json
import re
import subprocess
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.catalogue.root import Catalogue
from generator.i18n import words
from generator.publish import browser_data, scripts
from generator.views.context import WholeGuide
from tests.catalogues import HARBOUR, PORTUGUESE, PORTUGUESE_GUIDE, catalogue
from tests.node import TOP, node
from tests.site.site import Site


def whole(offer: Catalogue) -> WholeGuide:
    return WholeGuide(offer, words(offer.guide.language), lambda _path: (1, 1))


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The settings of the site, as MkDocs reads them."""
    loaded = load_config(str(PORTUGUESE_GUIDE / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    loaded.plugins._current_plugin = "guide"  # as MkDocs sets it for the time of an event
    return loaded


def published(config: MkDocsConfig, text: str) -> dict[str, str]:
    files = Files([])
    scripts.publish(files, config, text)
    return {file.src_uri: file.content_string for file in files}


@cache
def text_of(path: Path) -> str:
    return browser_data.text(whole(catalogue(path)))


def test_whatever_changes_gets_another_address(config: MkDocsConfig) -> None:
    """Where one rule of a catalogue changes, no address holds other bytes than before, in no file of the folder."""
    offer = catalogue(HARBOUR)
    rule = next(each for each in offer.pricing_rules if each.rates)
    rate = rule.rates[0].model_copy(update={"value": Decimal("9.99")})
    other = rule.model_copy(update={"rates": (rate, *rule.rates[1:])})
    rules = tuple(other if each is rule else each for each in offer.pricing_rules)
    changed = offer.model_copy(update={"pricing_rules": rules})
    changed.__dict__.pop("pricing_rule", None)
    before = published(config, browser_data.text(whole(offer)))
    after = published(config, browser_data.text(whole(changed)))
    assert len(before) == len(after) > 1
    assert set(before) & set(after) == set()
    assert published(config, browser_data.text(whole(offer))) == before


def test_any_byte_of_any_file_changes_the_folder() -> None:
    """A text that only moves from one file to another counts as a change, too."""
    one = scripts.folder({"a.js": "12", "b.js": "3"})
    assert one != scripts.folder({"a.js": "1", "b.js": "23"})
    assert one != scripts.folder({"a.js": "12", "c.js": "3"})
    assert one == scripts.folder({"b.js": "3", "a.js": "12"})


def test_each_import_is_in_the_folder() -> None:
    """Every module that one imports lies beside it, and each component with a script is found by its name."""
    found = scripts.modules()
    for name, text in found.items():
        for target in re.findall(r'from "\./([^"]+)"|import\("\./([^"$]+)"\)', text):
            assert "".join(target) in found, name


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_the_data_is_strict_and_of_the_version_that_the_script_reads(path: Path) -> None:
    """It is JSON as every reader understands it, and its version is the one that the evaluator names."""
    made = json.loads(text_of(path), parse_constant=pytest.fail)
    assert f'VERSION = "{made["version"]}"' in scripts.modules()["decisions.js"]


def test_what_comes_later_changes_the_folder_too(config: MkDocsConfig) -> None:
    """The index of the search is written last; what it is made of counts as if it were there."""
    folders = {scripts.publish(Files([]), config, "{}", {"search.json": text}) for text in ("a", "b", "a")}
    assert len(folders) == 2


TOKENS = """
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
const linter = new Linter();
const tokens = (text) => {
  const faults = linter.verify(text, {});
  return faults.length ? faults : linter.getSourceCode().ast.tokens.map(({ type, value }) => [type, value]);
};
const texts = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(texts.map(tokens)));
"""


def test_what_is_published_of_a_script_says_what_was_written() -> None:
    """Nothing but comments is left out: both texts are the same tokens, in the same order."""
    paths = [*scripts.BROWSER.glob("*.js"), *scripts.COMPONENTS.glob("*/*.js")]
    written = [path.read_text(encoding="utf-8") for path in paths]
    made = scripts.modules()
    command = (str(node()), "--input-type=module", "--eval", TOKENS)
    given = json.dumps([*written, *(made[path.name] for path in paths)])
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", cwd=TOP, check=True)
    tokens = json.loads(ran.stdout)
    for path, one, other in zip(paths, tokens, tokens[len(paths) :], strict=False):
        assert len(one) > 10, path
        assert one == other, path
        assert "/**" not in made[path.name], path


def test_the_search_library_keeps_its_licence() -> None:
    """It is published as a module, without its comments but for whose it is and under what terms."""
    text = scripts.modules()["lunr.js"]
    assert "@license MIT" in text
    assert "Copyright" in text
    assert len(text) < 60_000
    assert text.rstrip().endswith("export default module.exports;")
    assert not re.search(r"\beval\b|\bnew Function\b", text)


def test_every_page_starts_the_scripts(site: Site) -> None:
    """Each page loads the one small module that wakes its tools, from the site's own folder; the error page too."""
    for page in (*site.folder.rglob("index.html"), site.folder / "404.html"):
        html = page.read_text(encoding="utf-8")
        (tag,) = re.findall(r'<script type="module" src="([^"]+)"', html)
        home = site.folder if tag.startswith("/") else page.parent
        target = (home / tag.lstrip("/")).resolve()
        assert tag.startswith("/") == (page.name == "404.html")
        assert target.name == "main.js"
        assert target.parent.parent == (site.folder / "assets").resolve()
        assert len(target.read_bytes()) < 3_000
        for name in re.findall(r'data-component="([^"]+)"', html):
            assert (target.parent / f"{name}.js").is_file()
