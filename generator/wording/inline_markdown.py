"""Inline Markdown of the catalogue's texts to HTML that is safe by construction, or to the bare text."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_MARKED = re.compile(r"[*_`\[\]\\<&]")
_SAFE_LINK = re.compile(r"(?:https?://(?!/)|mailto:|tel:|(?!//)[a-z0-9#./-]+$)", re.ASCII)


def allowed_link(url: str) -> bool:
    """Tell whether a link may stand in the catalogue: http(s), mailto, tel, or a page of the guide."""
    return bool(_SAFE_LINK.match(url))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "escape"])
    parser.validateLink = allowed_link  # type: ignore[method-assign]
    return parser


PARSER = _parser()


@lru_cache(maxsize=8192)
def inline(text: str) -> Markup:
    """Render inline Markdown; anything else, raw HTML too, is shown as the text it is."""
    if not _MARKED.search(text):
        return escape(text)
    return Markup(PARSER.renderInline(text))  # markdown-it escapes; `zero` has no HTML rule


def plain(text: str) -> str:
    """Return inline Markdown as the bare text that a reader sees."""
    return str(inline(text).striptags()) if _MARKED.search(text) else text
