"""A note to oneself is read by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_once, texts_with
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_NOTE = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+|A DEFINIR|A CONFIRMAR|TBC|[Ll]orem ipsum)\b|\?{3,}|_{4,}|\.{5,}"
    r"|\((?i:a confirmar|a definir|confirmar com|verificar com|ver com|to be confirmed|check with)\b[^)]*\)"
)
_MAY_BE = re.compile(
    r"TODO|FIXME|TBD|XXX|DEFINIR|CONFIRMAR|TBC|orem|\?{3}|_{4}|\.{5}|\((?i:a|confirmar|verificar|ver|to|check)$"
)
"""What a note has between two spaces."""
_WHOLE = re.compile(r"(?i:a definir|a confirmar|em breve|to be defined|to follow|n/?a|[.…?!_–—-]+)\W*")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    noted = {text for text, _ in texts_with(catalogue, _MAY_BE.search)}
    for text, paths in texts_once(catalogue):
        if found := _WHOLE.fullmatch(text) or (text in noted and _NOTE.search(code_spans.without(text))):
            yield from (Finding(path, {"seen": found[0]}, excerpt=found[0]) for path in paths)
