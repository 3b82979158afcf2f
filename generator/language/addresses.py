"""Where a link leads, as browsers read it: whatever else they may be told, a guide leads to few kinds of places."""

from __future__ import annotations

import re

SCHEMES = ("http", "https", "mailto", "tel")
"""The web, a mail, a telephone."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


def as_read(address: str) -> str:
    """Return an address as browsers look for its scheme: in small letters, without blanks and control characters."""
    return "".join(sign for sign in address.lower() if sign > " ")


def scheme(address: str) -> str:
    """Return the scheme of an address; empty where it has none, as that of a page beside this one."""
    found = _SCHEME.match(as_read(address))
    return found[1] if found else ""
