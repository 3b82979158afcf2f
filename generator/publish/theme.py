"""The shell of the pages, laid under what a project has of its own and over Material, which it takes the place of."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from generator.publish.assets import PACKAGE

FOLDER = PACKAGE / "theme"


def lay(config: MkDocsConfig) -> None:
    """Have templates looked for in the project's `custom_dir` first, then in the shell, then in Material."""
    if str(FOLDER) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(FOLDER))
