"""Markdown of a page made HTML as MkDocs makes it, in which the links of Markdown are told from those of raw HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from generator.publish.inline_images import OF_MARKDOWN


class _Marks:
    """Marks whatever MkDocs would lead on, which does so last of all: raw HTML is no part of the tree."""

    def run(self, root: Element) -> None:
        for tag in ("a", "img"):
            for element in root.iter(tag):
                element.set(OF_MARKDOWN, "")


def of(config: MkDocsConfig) -> Callable[[str], str]:
    """Return what makes HTML of Markdown as a project has it."""
    return converter(config["markdown_extensions"], config["mdx_configs"] or {})


def converter(
    extensions: Sequence[str], options: Mapping[str, Mapping[str, Any]] | None = None
) -> Callable[[str], str]:
    """Return what makes HTML of Markdown with some extensions."""

    def html(text: str) -> str:
        made = Markdown(extensions=extensions, extension_configs=options or {})
        made.treeprocessors.register(_Marks(), "of-markdown", 0)
        return str(made.convert(text))

    return html
