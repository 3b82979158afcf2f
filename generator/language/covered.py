"""Pieces of a text covered sign by sign, so that what is found in the rest stands where it stood."""

from __future__ import annotations

import re

_SIGN = re.compile(r"[^\n]")


def covered(text: str, by: str = " ") -> str:
    """Return a text with another sign in place of each; its lines stay."""
    return _SIGN.sub(by, text)
