"""The same pages as a team would write them by hand: Markdown for plain MkDocs + Material, all in the navigation."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import pages, rendering
from generator.i18n import words
from generator.linter.runner import examine
from generator.pages import Page
from generator.source.locations import lines_of
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide

CONFIG = """\
site_name: {title}
theme:
  name: material
  language: {language}
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.sections, navigation.top, toc.follow, search.highlight]
plugins:
  - search:
      lang: {search}
markdown_extensions: [attr_list, tables, toc]
validation:
  links:
    anchors: ignore
nav: {nav}
"""


def write(folder: Path, source: SourceFile) -> int:
    """Write a MkDocs project with the pages of a catalogue's guide as Markdown, and return how many they are.

    The page that shows the catalogue's own lines is left out: nobody would write it.
    """
    examined = examine(source)
    catalogue = examined.catalogue
    assert catalogue is not None
    language = words(catalogue.guide.language)
    whole = WholeGuide(catalogue, language, lambda path: lines_of(examined.tree, path, source))
    environment = rendering.environment(language)
    made = [page for page in pages.all_pages(whole, source) if page.part != "hidden"]
    for page in made:
        file = folder / "docs" / _file(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            markdown(rendering.render(environment, whole, page).html, page.address), encoding="utf-8"
        )
    tag = catalogue.guide.language
    nav = json.dumps(_navigation(made), ensure_ascii=False)
    title = json.dumps(catalogue.guide.title, ensure_ascii=False)
    config = CONFIG.format(title=title, language=tag, search=tag.partition("-")[0], nav=nav)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return len(made)


def _file(page: Page) -> str:
    return f"{page.address}index.md"


def _navigation(made: Iterable[Page]) -> list[Any]:
    """Gather the pages by part, and within it by section; a page that stands alone is no section."""
    parts: dict[str, dict[str, list[Page]]] = {}
    for page in made:
        parts.setdefault(page.part, {}).setdefault(page.section, []).append(page)
    nav: list[Any] = []
    for sections in parts.values():
        entries: list[Any] = []
        for section, members in sections.items():
            listed: list[Any] = [{page.title: _file(page)} for page in members]
            entries.extend([{members[0].title: listed}] if section else listed)
        nav.extend(entries if len(entries) == 1 else [{next(iter(sections.values()))[0].title: entries}])
    return nav


def markdown(html: str, address: str) -> str:
    """Turn a page's HTML into Markdown; links to other pages become links to their files, as MkDocs wants them."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return _BLANK.sub("\n\n", _Writer(address).blocks(body)).strip() + "\n"


_BLANK = re.compile(r"\n\s*\n+")
_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_LEFT_OUT = frozenset({"footer", "script", "style"})
_UNSEEN = frozenset({"permalink", "visually-hidden"})
_CONTAINERS = frozenset(
    {"div", "section", "article", "nav", "details", "summary", "dl", "tbody", "figure", "aside"}
)
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}


class _Writer:
    def __init__(self, address: str) -> None:
        self.address = address
        self.links: dict[str, str] = {}

    def blocks(self, node: LexborNode, indent: str = "") -> str:
        """Write what stands in a container, block by block."""
        parts: list[str] = []
        run: list[str] = []
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag not in _LEFT_OUT and (write := self._block(tag)):
                parts += [indent + self._tidy("".join(run)), write(child, indent)]
                run = []
            elif tag not in _LEFT_OUT:
                run.append(self.inline(child))
        parts.append(indent + self._tidy("".join(run)))
        return "\n\n".join(part for part in parts if part.strip())

    def _block(self, tag: str | None) -> Callable[[LexborNode, str], str] | None:
        if tag in _CONTAINERS:
            return self.blocks
        if tag in _HEADINGS or tag in ("p", "dt", "dd", "summary"):
            return self._line
        return {"ul": self._list, "ol": self._list, "table": self._table}.get(tag or "")

    def _line(self, node: LexborNode, indent: str) -> str:
        text = self._tidy(self._inside(node))
        before, after = {"dt": ("**", "**"), "p": ("", ""), "dd": ("", "")}.get(node.tag or "", ("", ""))
        if node.tag in _HEADINGS:
            before = _HEADINGS[node.tag] + " "
        return f"{indent}{before}{text}{after}" if text else ""

    def _list(self, node: LexborNode, indent: str) -> str:
        sign = "1." if node.tag == "ol" else "-"
        items = (self.blocks(item, indent + "    ").strip() for item in node.iter())
        return "\n".join(f"{indent}{sign} {item}" for item in items)

    def _table(self, node: LexborNode, _indent: str) -> str:
        caption = node.css_first("caption")
        rows = [[self._cell(cell) for cell in row.iter()] for row in node.css("tr")]
        width = len(rows[0])
        head, *body = (f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows)
        title = f"{self._tidy(self._inside(caption))}\n\n" if caption is not None else ""
        return f"{title}{head}\n|{' --- |' * width}\n" + "\n".join(body)

    def _cell(self, node: LexborNode) -> str:
        parts = (self._tidy(self.inline(child)) for child in node.iter(include_text=True))
        return " ".join(part for part in parts if part)

    def inline(self, node: LexborNode) -> str:
        """Write text and what stands within a line; lists in it are told one after another."""
        match node.tag:
            case "-text":
                return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", node.text_content or ""))
            case "strong" | "em" | "code" as tag:
                sign = {"strong": "**", "em": "*", "code": "`"}[tag]
                inside = self._inside(node).strip()
                return f"{sign}{inside}{sign}" if inside else ""
            case "a" | "span" if node.attributes.get("class") in _UNSEEN:
                return ""
            case "a":
                return (
                    f"[{self._tidy(self._inside(node))}]({self._target(node.attributes.get('href') or '')})"
                )
            case "br":
                return " "
            case "li":
                return f"{self._inside(node).strip()}; "
        return self._inside(node)

    def _inside(self, node: LexborNode) -> str:
        return "".join(self.inline(child) for child in node.iter(include_text=True))

    def _target(self, href: str) -> str:
        if href not in self.links:
            self.links[href] = self._resolved(href)
        return self.links[href]

    def _resolved(self, href: str) -> str:
        path, hash_, anchor = href.partition("#")
        if not path or ":" in path:
            return href
        return f"{posixpath.join(path, 'index.md')}{hash_}{anchor}"

    def _tidy(self, text: str) -> str:
        return _SPACE.sub(" ", text).strip()
