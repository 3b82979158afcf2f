"""Our styles into the site: one file, named by its content; and none of the theme's scripts."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.theme import material

PACKAGE = Path(__file__).parents[1]
STYLES = PACKAGE / "styles"
COMPONENTS = PACKAGE / "components"
PAGES = PACKAGE / "pages"


SHELL = ("material.css", "shell.css", "menu.css")
"""What only pages in the theme's shell need."""


def stylesheet(own_tokens: Path | None = None, *, last: tuple[str, ...] = SHELL) -> str:
    """Return a style sheet: layers, the engine's tokens, this guide's own, what uses them, the ``last`` ones, paper."""
    parts = [STYLES / "layers.css", STYLES / "tokens.css"]
    if own_tokens and own_tokens.is_file():
        parts.append(own_tokens)
    parts += [STYLES / "base.css", STYLES / "controls.css", STYLES / "stacked.css"]
    parts += [*sorted(COMPONENTS.glob("*/*.css")), STYLES / "pages.css", *sorted(PAGES.glob("*/page.css"))]
    parts += [STYLES / name for name in ("utilities.css", *last, "print.css")]
    return _filled_in(_COMMENT.sub("", "\n".join(part.read_text(encoding="utf-8") for part in parts)))


_COMMENT = re.compile(r"[ \t]*/\*(?:(?!\*/).)*\*/\n?", re.DOTALL)
"""What the sheets have for whoever reads their source."""

_NAMED = re.compile(r"@custom-media (--[a-z-]+) (\([^)]+\));")
_MEDIA = re.compile(r"(?<=@media )[^{]+")
_NAME = re.compile(r"\((--[a-z-]+)\)")


@cache
def breakpoints() -> dict[str, str]:
    """Return what each name of a breakpoint stands for."""
    return dict(_NAMED.findall((STYLES / "breakpoints.css").read_text(encoding="utf-8")))


def _filled_in(sheet: str) -> str:
    """Put in the place of each named breakpoint what it stands for."""
    return _MEDIA.sub(
        lambda query: _NAME.sub(lambda name: breakpoints().get(name[1], name[0]), query[0]), sheet
    )


def own_tokens(config: MkDocsConfig) -> Path:
    """Return where a guide keeps its own colours and type."""
    return Path(config.docs_dir, "assets", "tokens.css")


def publish(files: Files, config: MkDocsConfig) -> Files:
    """Add the guide's style sheet to the site, and leave the theme's scripts out."""
    content = stylesheet(own_tokens(config))
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    path = f"assets/guide.{digest}.css"
    files.append(File.generated(config, path, content=content))
    config.extra_css = [path, *(sheet for sheet in config.extra_css if not sheet.startswith("assets/guide."))]
    for file in list(files):
        if file.src_uri.startswith(material.SCRIPTS) and file.src_dir != config.docs_dir:
            files.remove(file)
    return files
