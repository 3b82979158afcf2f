"""The guide's sign as pictures: for the browser's tab, a phone's home screen, and whoever shares a page elsewhere.

It is the icon that stands in the bar of every page, in the colours of that bar: no picture is kept, and a guide that
changes its colours changes these too. PNG is for those who read no SVG.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import resvg_py
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator import icons
from generator.publish import assets
from generator.theme import material

TOUCH = 180
"""The pixels of a side of what a phone shows among its programs."""

CARD = (1200, 630)
"""The pixels of what is shown with a link to a page: wide and high."""

_DEFAULT_ICON = "material/compass-outline"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOUR = re.compile(r"--([a-z-]+)\s*:\s*(#[0-9a-fA-F]{3,8}|(?:rgb|hsl)\([-0-9.,%/\sa-z]*\)|[a-z]+)\s*[;}]")


@dataclass(frozen=True)
class Sign:
    """Where the pictures lie, and the colours of the bar by day and by night.

    ``icon`` is empty where a guide has a sign of its own for the browser's tab.
    """

    icon: str
    touch: str
    card: str
    bars: dict[str, str]


def publish(files: Files, config: MkDocsConfig) -> Sign:
    """Add the pictures to the site, each named by its content, in place of the one that the theme brings."""
    colours = _colours(assets.own_tokens(config))
    ground, ink, accent = (colours[each] for each in ("day-bar", "day-bar-ink", "night-accent"))
    name = (config.theme.get("icon") or {}).get("logo") or _DEFAULT_ICON
    icon = icons.icon(name)
    # A tab has 16 pixels: nearly all of them are the sign's. A phone cuts off corners, and needs some room.
    small = _drawn(icon, (48, 48), 0.95, ground, ink, round_=10)
    touch = _drawn(icon, (48, 48), 0.72, ground, ink)
    card = _drawn(icon, (120, 63), 0.6, ground, ink, stripe=accent)

    def add(name: str, kind: str, content: bytes) -> str:
        address = f"assets/{name}.{hashlib.sha256(content).hexdigest()[:8]}.{kind}"
        files.append(File.generated(config, address, content=content))
        return address

    return Sign(
        icon=add("icon", "svg", small.encode()) if _takes_the_themes_place(files, config) else "",
        touch=add("icon", "png", _png(touch, TOUCH)),
        card=add("card", "png", _png(card, CARD[0])),
        bars={"light": colours["day-bar"], "dark": colours["night-bar"]},
    )


def _takes_the_themes_place(files: Files, config: MkDocsConfig) -> bool:
    theirs = files.get_file_from_path(material.FAVICON)
    if theirs is None or theirs.src_dir in (config.docs_dir, config.theme.custom_dir):
        return False
    if config.theme["favicon"] != material.FAVICON:
        return False
    files.remove(theirs)
    return True


def _colours(own_tokens: Path) -> dict[str, str]:
    """Return the colours of the style sheets by name; one that is written in a way that not all read is left out."""
    sheets = [assets.STYLES / "tokens.css", own_tokens]
    text = "\n".join(each.read_text(encoding="utf-8") for each in sheets if each.is_file())
    return dict(_COLOUR.findall(_COMMENT.sub("", text)))


def _drawn(
    icon: icons.Icon | None,
    size: tuple[int, int],
    share: float,
    ground: str,
    ink: str,
    *,
    round_: int = 0,
    stripe: str = "",
) -> str:
    """Draw an icon in the middle of a ground, as high as its ``share`` of it; icons have room around them, too."""
    width, height = size
    side = height * share
    place = f'x="{(width - side) / 2:g}" y="{(height - side) / 2:g}" width="{side:g}" height="{side:g}"'
    paths = (
        "".join(f'<path d="{each}"/>' for each in icon.paths) if icon else '<circle cx="12" cy="12" r="12"/>'
    )
    box = icon.box if icon else "0 0 24 24"
    line = f'<rect y="{height - 3}" width="{width}" height="3" fill="{stripe}"/>' if stripe else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" rx="{round_}" fill="{ground}"/>{line}'
        f'<svg {place} viewBox="{box}" fill="{ink}">{paths}</svg></svg>\n'
    )


def _png(drawn: str, width: int) -> bytes:
    return resvg_py.svg_to_bytes(svg_string=drawn, width=width, skip_system_fonts=True)
