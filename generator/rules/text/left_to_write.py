"""A note to oneself is read by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_NOTE = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+|A DEFINIR|A CONFIRMAR|[Ll]orem ipsum)\b|\?{3,}|_{4,}|\.{5,}")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for path, text in texts(catalogue):
        if found := _NOTE.search(text):
            yield Finding(path, {"seen": found[0]}, piece=found[0])
