"""Which pages are written, where they stand, and which of them are stale."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docs.tooling import catalogue, checks, commands, languages
from docs.tooling.phrases import LANGUAGES

MANUAL = Path(__file__).parents[1]

MARK = "<!-- Written by `python -m docs.tooling`"
"""What stands below the title of each written page: whoever opens one to change it learns where to."""


def pages() -> dict[str, str]:
    """Return every written page by its path inside the manual."""
    made = {"languages.md": _page(languages.page(), "generator/locale/")}
    for said in LANGUAGES:
        made[f"{said.folder}catalogue.md"] = _page(catalogue.page(said), "generator/catalogue/")
        made[f"{said.folder}command-line.md"] = _page(commands.page(said), "generator/cli/")
        for name, text in checks.pages(said).items():
            made[f"{said.folder}checks/{name}"] = _page(text, "generator/rules/")
    return made


def stale(written: Mapping[str, str], manual: Path = MANUAL) -> tuple[str, ...]:
    """Return the written pages that are missing or say something else, and those that nothing writes any more."""
    wrong = {name for name, text in written.items() if _text(manual / name) != text}
    left = {path.relative_to(manual).as_posix() for path in manual.rglob("*.md") if MARK in _text(path)}
    return tuple(sorted(wrong | (left - written.keys())))


def _page(text: str, source: str) -> str:
    title, _, rest = text.partition("\n")
    return f"{title}\n\n{MARK} from {source}; change it there. -->\n{rest}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
