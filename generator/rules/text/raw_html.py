"""Texts hold inline Markdown at most: a tag would be shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_TAG = re.compile(
    r"<(?:[a-zA-Z/][^<>]*|!--(?:(?!<!--).)*?--|[!?][^<>]*)>|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});",
    re.DOTALL,
)
_TARGET = re.compile(r"\]\([^)\]]*")
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if "<" in text or "&" in text:
            for tag in _TAG.finditer(_AUTOLINK.sub("", _TARGET.sub("](", code_spans.without(text)))):
                yield Finding(path, {"seen": tag[0]}, excerpt=tag[0])
                break
