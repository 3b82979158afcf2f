"""A link leads to the web, a mail, a telephone or a page of the guide; anything else is a slip or an attack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans
from generator.language.addresses import SCHEMES, as_read, scheme

_LINK = re.compile(r"\]\(\s*<?([^\s)>]*)")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")


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

    # Browsers decode entities before they look for the scheme.
    plain = as_read(html.unescape(target))
    if found := scheme(plain):
        return found in SCHEMES
    return not plain.startswith(("/", "\\"))
