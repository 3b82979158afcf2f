"""An address that is no link is long to read and cannot be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_with
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_ADDRESS = re.compile(
    r"(?<![(<\w/.:@+-])(?:"
    r"(?:https?://|www\.)[^\s)>\]]*[^\s)>\].,;:!?]"
    r"|[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+"  # of the post
    r"|(?:\+\d{1,3} ?)?(?:\(\d{2,3}\) ?|\b\d{2} )\d{4,5}-\d{4}\b|\b0800[ -]\d{3}[ -]\d{4}\b"  # of the telephone
    r")"
)
_LINKED = re.compile(r"\[[^\[\]]*\]\([^)\s]*\)")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for text, paths in texts_with(catalogue, _MAY_BE.search):
        if found := _ADDRESS.search(_LINKED.sub("", code_spans.without(text))):
            for path in paths:
                if path[-1] != "url" and "searched_as" not in path:
                    yield Finding(path, {"seen": found[0]}, excerpt=found[0])


_MAY_BE = re.compile(r"://|www\.|@|\d-\d|0800")
