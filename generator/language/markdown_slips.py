"""Slips in Markdown that no reader of it tells: what was meant stays on the page, letter by letter."""

from __future__ import annotations

import re

SPACED_LINK = re.compile(r"\[[^\[\]\n]+\][ \t]+\((?=https?:|mailto:|tel:|[a-z0-9/-]*[./][a-z0-9./-]*\))")
"""A link with a space before where it leads."""

STRONG = re.compile(r"(?<!\\)\*\*")
"""What opens or closes strong words."""
