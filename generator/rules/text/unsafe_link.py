"""A link leads to the web, a mail, a telephone or a page of the guide; anything else is a slip or an attack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_LINK = re.compile(r"\]\(\s*<?([^\s)>]*)")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")
_POSSIBLE = ("http", "https", "mailto", "tel")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if "](" not in text and "<" not in text:
            continue
        prose = code_spans.without(text)
        for target in _LINK.findall(prose) + _AUTOLINK.findall(prose):
            if not _is_possible(target):
                yield Finding(path, {"target": target}, excerpt=target)
    for index, source in enumerate(catalogue.sources):
        if source.url is not None and not _ADDRESS.fullmatch(source.url):
            yield Finding(("sources", index, "url"), {"target": source.url})


def _is_possible(target: str) -> bool:
    import html  # noqa: PLC0415 - its table of all entities is large, and few catalogues have a link

    # Browsers decode entities, and drop control characters, before they look for the scheme.
    plain = "".join(sign for sign in html.unescape(target).lower() if sign > " ").replace("\\", "/")
    if scheme := _SCHEME.match(plain):
        return scheme[1] in _POSSIBLE
    return not plain.startswith("/")
