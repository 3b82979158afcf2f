"""Scripts into the site: modules and their data side by side in a folder that is named by all of its content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from generator.publish.assets import COMPONENTS, PACKAGE

BROWSER = PACKAGE / "browser"
MARK = 'data-component="'
"""What stands in a page on which a script has something to do."""


def modules() -> dict[str, str]:
    """Return every script by its name; each imports the others by name, so all lie in one folder."""
    paths = [*sorted(BROWSER.glob("*.js")), *sorted(COMPONENTS.glob("*/*.js"))]
    found = {path.name: path.read_text(encoding="utf-8") for path in paths}
    assert len(found) == len(paths), "two scripts have one name"
    return found


def folder(content: Mapping[str, str]) -> str:
    """Return the address of the folder: it changes with any byte, so no cache can mix old with new."""
    digest = hashlib.sha256()
    for name, text in sorted(content.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return f"assets/guide.{digest.hexdigest()[:8]}/"


def publish(files: Files, config: MkDocsConfig, data: str) -> str:
    """Add the scripts and their data to the site; return the address of the one that pages start."""
    content = {**modules(), "data.json": data}
    home = folder(content)
    for name, text in content.items():
        files.append(File.generated(config, home + name, content=text))
    return f"{home}start.js"


def tag(html: str, start: str, url: str) -> Markup:
    """Return the tag that starts the scripts of a page at an address; empty where they have nothing to do."""
    if MARK not in html:
        return Markup()
    return Markup('<script type="module" src="{}"></script>\n').format(get_relative_url(start, url))
