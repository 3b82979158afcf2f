"""The theme's sheet as it is installed, whole, and every selector in a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, QualifiedRule

from generator.theme import material

CHARSET = '@charset "UTF-8";'


def folder() -> Path:
    """The templates of the theme, with its sheets among them."""
    home = material.templates()
    assert home is not None
    return home


def rules() -> str:
    """The rules of the main sheet."""
    (path,) = (folder() / material.SHEETS).glob("main.*.css")
    return path.read_text(encoding="utf-8").partition("/*# sourceMappingURL")[0].removeprefix(CHARSET)


def layered(text: str) -> str:
    """Rules as they are published."""
    return f"{CHARSET}@layer theme{{{text}}}\n"


def published(site: Path) -> str:
    """The rules of the theme in a site."""
    (path,) = (site / "assets").glob("theme.*.css")
    text = path.read_text(encoding="utf-8")
    head, foot = layered("|").split("|")
    assert text.startswith(head)
    assert text.endswith(foot)
    return text.removeprefix(head).removesuffix(foot)


def selectors(css: str) -> Iterator[str]:
    """Give each selector of each rule, those in groups too."""
    yield from _selectors(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _selectors(nodes: list) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            parts = [[]]
            for each in node.prelude:
                if each == ",":
                    parts.append([])
                else:
                    parts[-1].append(each)
            yield from (tinycss2.serialize(part).strip() for part in parts)
        elif isinstance(node, AtRule) and node.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _selectors(inner)
