"""All that is known of Material by its names: a new version is met here, and `tests/theme/` says what it changes."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

NAME = "material"
"""As `theme:` of `mkdocs.yml` has it, and the package that is installed."""

SHEETS = "assets/stylesheets/"
SCRIPTS = "assets/javascripts/"
"""Where its sheets and scripts come to lie in a site; of the sheets the shell takes one, of the scripts none."""

FAVICON = "assets/images/favicon.png"
"""Its own sign, for the browser's tab of a guide that names none."""

PRUNED_MENU = "navigation.prune"
"""The feature that leaves the pages of closed sections out of the menu; `partials/nav.html` asks for it."""

HIDDEN_COLUMNS = {"text": [], "wide": ["navigation"], "whole": ["navigation", "toc"]}
"""By the room that a page takes: what its `hide:` names of the columns at its sides."""

SHARED_CLASSES = frozenset(("card", "cards", "example", "question"))
"""Classes of our own pages that its sheet happens to have rules for, too; those of the shell stand in its templates."""


def is_main_sheet(address: str) -> bool:
    """Tell its sheet, whose name changes with each release, from `palette`, which has colours that we do not take."""
    return address.startswith(f"{SHEETS}main.") and address.endswith(".css")


def is_own_attribute(name: str) -> bool:
    """Tell attributes that nobody but its own templates and scripts writes: the shell has none of them."""
    return name == "dir" or name.startswith("data-md-")


@cache
def templates() -> Path | None:
    """The folder of its templates, found without importing it; None where it is not installed."""
    found = find_spec(NAME)
    folder = Path(found.origin).parent / "templates" if found and found.origin else None
    return folder if folder and folder.is_dir() else None


def icons() -> Path | None:
    """The folder of all sets of icons; None where there is none."""
    home = templates()
    folder = home / ".icons" if home else None
    return folder if folder and folder.is_dir() else None
