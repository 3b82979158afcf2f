"""The frame of the pages, laid under what a project has of its own and over Material, which it takes the place of."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from generator.i18n import Words
from generator.publish.assets import PACKAGE
from generator.publish.faults import Fault
from generator.theme import material

FOLDER = PACKAGE / "theme"


def lay(config: MkDocsConfig) -> None:
    """Have templates looked for in the project's `custom_dir` first, then in the frame, then in Material."""
    if str(FOLDER) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(FOLDER))


def check(config: MkDocsConfig, words: Words) -> None:
    """Refuse another theme, on which the frame would fall apart, and say what to write in `mkdocs.yml`."""
    if config.theme.name != material.NAME:
        message = words.gettext(
            "The pages of a guide need the theme “{wanted}”, and mkdocs.yml does not name it."
            " How to mend it: write in mkdocs.yml `theme:`, and below it, two spaces further in, `name: {wanted}`."
        )
        raise Fault(message.format(wanted=material.NAME))
