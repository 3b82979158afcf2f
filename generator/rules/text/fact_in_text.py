"""The id of a fact in a text is a riddle to readers: the facts of a statement stand in its `facts`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_with
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_BRACKETED = re.compile(r"\[(?P<square>[\w, -]+)\](?!\()|\((?P<round>[\w, -]+)\)")
_ID = re.compile(r"[\w-]+")
_DIGIT = re.compile(r"\d")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    facts = catalogue.facts

    def named_in(piece: str) -> bool:
        return any(each in facts for each in _ID.findall(piece.lower()))

    for text, paths in texts_with(catalogue, named_in):
        for found in _BRACKETED.finditer(code_spans.without(text)):
            ids = [each.strip().lower() for each in (found["square"] or found["round"]).split(",")]
            # An id without a digit may be a word, and brackets are there for words.
            named = all(each in facts for each in ids)
            if named and (found["square"] or all(map(_DIGIT.search, ids))):
                for path in paths:
                    if path[0] != "sources":  # a source may name what it rests on
                        yield Finding(path, {"seen": found[0]}, excerpt=found[0])
                break
