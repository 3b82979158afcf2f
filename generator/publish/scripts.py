"""Scripts into the site: modules and their data side by side in a folder that is named by all of its content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publish.assets import COMPONENTS, PACKAGE

BROWSER = PACKAGE / "browser"
START = "main.js"
"""The script that every page starts; it fetches the others as they are needed."""

LUNR = Path(mkdocs.__file__).parent / "contrib" / "search" / "templates" / "search" / "lunr.js"
"""The search library, as it comes with MkDocs."""

_OURS = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/\n|/\*\*(?:(?!\*/).)*\*/ ?", re.DOTALL | re.MULTILINE)
"""A block comment with its line, or a type within one: what our scripts have for whoever reads their source."""

_COMMENT = re.compile(r"^[ \t]*/\*(?!(?:(?!\*/).)*@license).*?\*/\n?", re.DOTALL | re.MULTILINE)


def modules() -> dict[str, str]:
    """Return every script by its name; each imports the others by name, so all lie in one folder.

    Their types and what explains them stay at home: a reader's machine has no use for them.
    """
    paths = [*sorted(BROWSER.glob("*.js")), *sorted(COMPONENTS.glob("*/*.js"))]
    found = {path.name: _OURS.sub("", path.read_text(encoding="utf-8")) for path in paths}
    assert len(found) == len(paths), "two scripts have one name"
    return {**found, "lunr.js": _lunr()}


@cache
def _lunr() -> str:
    """Return the search library as a module: it gives itself to whoever has `exports`, as node does.

    More than half of its bytes are comments, which no reader needs; its licence stays.
    """
    library = _COMMENT.sub("", LUNR.read_text(encoding="utf-8"))
    return f"const module = {{}}, exports = {{}};\n{library}\nexport default module.exports;\n"


def folder(content: Mapping[str, str]) -> str:
    """Return the address of the folder: it changes with any byte, so no cache can mix old with new."""
    digest = hashlib.sha256()
    for name, text in sorted(content.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return f"assets/guide.{digest.hexdigest()[:8]}/"


def publish(files: Files, config: MkDocsConfig, data: str, later: Mapping[str, str] | None = None) -> str:
    """Add the scripts and their data to the site; return the address of their folder.

    ``later`` names the files that come into the folder when the pages are written, with what they are made of.
    """
    content = {**modules(), "data.json": data}
    home = folder({**content, **(later or {})})
    for name, text in content.items():
        files.append(File.generated(config, home + name, content=text))
    return home
