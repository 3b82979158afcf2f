"""A sign that a change left behind is seen by every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.traversal import texts_once
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language import code_spans

_SIGN = re.compile(
    r"(?<!\w)\w+ [,;.](?= |$)|[,;]$|,,|;;|,\.|(?<!\.)\.\.(?!\.)|\(\s*\)"
    r"|(?<![^\W\d_])[^\W\d_]+,[^\W\d_]+"
)
_MAY_BE = re.compile(r"[ ,;.(](?:(?<= )[,;.](?: |$)|(?<=[,;.])[,;.]|(?<=,)[^\W\d_]|(?<=[,;])$|(?<=\()\s*\))")
"""What begins with one of few characters is looked for at a fifth of the time of the words before it."""
_LIST = re.compile(r"[•▪●‣◦–—] ?\S*|\d{1,2}[.)] (?=[^\W\d])")
_LINK = re.compile(r"(?<=\])\([^)\s]*\)*|<[^<>\s]+>")
_NUMBERED = re.compile(r"(?:^|(?<=[\s(]))\w{1,2}\)")
"""The sign behind what counts, as in `a)`, has no other."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for text, paths in texts_once(catalogue):
        prose = _LINK.sub("x", code_spans.without(text)) if _MARKUP.search(text) else text
        found = _LIST.match(prose) or (_MAY_BE.search(prose) and _SIGN.search(prose))
        seen = found[0] if found else ""
        alone = seen or _alone(prose)
        if not alone and not text.endswith("."):
            continue
        for path in paths:
            if path[-1] in ("icon", "url"):
                continue
            if not seen and path[-1] == "name" and _ENDED.search(text):
                yield Finding(path, {"seen": "."}, excerpt=text)
            elif alone:
                yield Finding(path, {"seen": alone}, excerpt=alone)


def _alone(text: str) -> str:
    """Return a bracket or a quotation mark that has no other."""
    if text.count('"') % 2 and not _INCHES.search(text):
        return '"'
    if text.count("(") != text.count(")"):
        opened, closed = text.count("("), len(_NUMBERED.sub("", text).split(")")) - 1
        if opened > text.count(")"):
            return "("
        if closed > opened:
            return ")"
    return ""


_ENDED = re.compile(r"(?<!\w)\w{5,}\.$")
"""A word that is no abbreviation, with a full stop."""
_INCHES = re.compile(r'\d"')
_MARKUP = re.compile(r"[`<\]]")
