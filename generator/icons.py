"""The icons that a modality can bear: those of the sets that come with the site's theme, by name.

The name is the set and the icon, as in `material/headset`; the folder of the theme is looked for without importing it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.theme import material

_WORD = re.compile(r"[a-z0-9-]+")
LONGEST = 100
"""Letters of a name: no file system has room for much more, and none of the sets needs half of it."""

_NAME = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)+")
_SVG = re.compile(
    r'<svg xmlns="[^"]*" viewBox="(?P<box>[-0-9. ]+)">(?P<paths>(?:<path d="[^"<>]*"/>)+)</svg>\s*'
)
_PATH = re.compile(r'd="([^"]*)"')


class Icon(NamedTuple):
    """A drawing in one colour, that of the text around it: where it lies, and the outlines to fill."""

    box: str
    paths: tuple[str, ...]


@cache
def icon(name: str) -> Icon | None:
    """Return the icon of a name; None where there is none, or where it is more than outlines."""
    home = material.icons()
    if home is None or len(name) > LONGEST or not _NAME.fullmatch(name):
        return None
    try:
        drawn = _SVG.fullmatch((home / f"{name}.svg").read_text(encoding="utf-8"))
    except OSError:
        return None
    return Icon(drawn["box"], tuple(_PATH.findall(drawn["paths"]))) if drawn else None


def beside(name: str) -> tuple[str, ...]:
    """Return names that one may have been meant as: of a bare word its icons, else those of its set, else the sets."""
    home = material.icons()
    if home is None:
        return ()
    if len(name) > LONGEST:
        name = ""  # it is a slip in nothing
    folder = home / (name.partition("/")[0] or "?")
    if "/" not in name and (same := sorted(home.glob(f"*/{name}.svg") if _WORD.fullmatch(name) else ())):
        return tuple(each.relative_to(home).with_suffix("").as_posix() for each in same)
    if not _NAME.fullmatch(name) or not folder.is_dir():
        return tuple(sorted(each.name for each in home.iterdir() if each.is_dir()))
    return tuple(sorted(each.relative_to(home).with_suffix("").as_posix() for each in folder.rglob("*.svg")))


def known() -> bool:
    """Tell whether there are any icons to choose from."""
    return material.icons() is not None
