"""What the shell around every page is given: words in the guide's language, style sheets, and the scripts' address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.i18n import Words
from generator.publish.menus import Menus

THEME_KEY = "guide-theme"
"""Where a reader's choice of light or dark is kept; `browser/shell.js` writes it, and nothing else is ever kept."""

BEFORE_PAINT = (
    f"try{{const chosen=localStorage.getItem({THEME_KEY!r});"
    'if(chosen==="dark"||chosen==="light")document.documentElement.dataset.theme=chosen}catch{}'
)
"""The one inline script: a page that a reader wants dark is never light first. The same bytes on every page."""


@dataclass(frozen=True)
class ShellContext:
    """``sheets`` are the theme's style sheets, ``start`` the module that wakes a page; addresses from the root.

    ``themes`` and ``to_theme`` are what the switch says of the theme that is chosen, and of the one that comes next.
    """

    language: str
    menus: Menus
    sheets: tuple[str, ...]
    start: str
    skip: str
    menu: str
    close: str
    parts: str
    pages: str
    contents: str
    themes: Mapping[str, str]
    to_theme: Mapping[str, str]
    top: str
    address: str
    before_paint: str = BEFORE_PAINT


def shell(language: str, words: Words, menus: Menus, sheets: tuple[str, ...], start: str) -> ShellContext:
    """Return the shell's words for a language, with the addresses of the theme's sheets and of the start script."""
    _ = words.gettext
    return ShellContext(
        language=language,
        menus=menus,
        sheets=sheets,
        start=start,
        skip=_("Skip to the content"),
        menu=_("Menu"),
        close=_("Close the menu"),
        parts=_("Parts of the guide"),
        pages=_("Pages of the guide"),
        contents=_("On this page"),
        themes={
            "system": _("Theme of the system"),
            "light": _("Light theme"),
            "dark": _("Dark theme"),
        },
        to_theme={
            "system": _("Switch to the theme of the system"),
            "light": _("Switch to the light theme"),
            "dark": _("Switch to the dark theme"),
        },
        top=_("Back to the top"),
        address=_("Address of this page:"),
    )
