"""What the shell around every page is given: words in the guide's language, style sheets, and the scripts' address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.i18n import Words
from generator.publish.menus import Menus
from generator.publish.sign import Sign
from generator.views.context import WholeGuide

THEME_KEY = "guide-theme"
"""Where a reader's choice of light or dark is kept; `browser/shell.js` writes it, and nothing else is ever kept."""

BEFORE_PAINT = (
    f"try{{const chosen=localStorage.getItem({THEME_KEY!r});"
    'if(chosen==="dark"||chosen==="light")document.documentElement.dataset.theme=chosen}catch{}'
    'if(location.protocol==="file:"){document.documentElement.dataset.fromFile="";'
    'addEventListener("click",({target})=>{const link=target.closest("a");'
    'if(link?.protocol==="file:"&&link.pathname.endsWith("/"))link.pathname+="index.html"})}'
)
"""The one inline script, the same bytes on every page: one that a reader wants dark is never light first.

Opened as a file, no other script runs: what says so is shown, and links lead to pages, not to listings of folders.
"""


@dataclass(frozen=True)
class ShellContext:
    """``sheets`` are the theme's style sheets, ``start`` the module that wakes a page; addresses from the root.

    ``one_file`` is the guide as one file, empty where there is none. ``themes`` and ``to_theme`` are what the switch
    says of the theme that is chosen, and of the one that comes next.
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
    from_file: str
    whole: str
    one_file: str
    top: str
    address: str
    sign: Sign
    before_paint: str = BEFORE_PAINT


def shell(
    language: str, words: Words, sheets: tuple[str, ...], start: str, one_file: str, sign: Sign
) -> ShellContext:
    """Return the shell's words for a language, with the addresses of the theme's sheets and of the start script."""
    _ = words.gettext
    return ShellContext(
        language=language,
        menus=Menus(),
        sheets=sheets,
        start=start,
        sign=sign,
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
        from_file=_("This page was opened as a file on your device: search and tools do not work like this."),
        whole=_("The whole guide in one file"),
        one_file=one_file,
        top=_("Back to the top"),
        address=_("Address of this page:"),
    )


def of(whole: WholeGuide, sheets: tuple[str, ...], start: str, sign: Sign) -> ShellContext:
    """Return the shell of a guide."""
    return shell(
        whole.catalogue.guide.language, whole.words, sheets, start, whole.addresses.single_file, sign
    )
