"""The marks that two versions of a file leave in it where nobody has chosen between them."""

from __future__ import annotations

import re

WIDTH = 7
"""Signs of a mark."""

_PARTS = re.compile(rf"^([<=>])\1{{{WIDTH - 1}}}(?= |$)", re.MULTILINE)
_ENDS = re.compile(rf"^([<>])\1{{{WIDTH - 1}}}(?= |$)", re.MULTILINE)


def conflict(text: str, *, underlined: bool = False) -> int | None:
    """Return where the first mark stands; None where there is none.

    ``underlined`` tells that a row of `=` may underline a heading, as in Markdown, and is no mark.
    """
    found = (_ENDS if underlined else _PARTS).search(text)
    return found.start() if found else None
