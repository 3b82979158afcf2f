"""Characters that are not seen: no word has one, and a text that has one is not what it seems to be."""

from __future__ import annotations

import re

# Controls but for tab and line end; directions; what has no width, or is a blank that is no space; tags; halves of
# characters. The joiners (U+200C, U+200D) and the choice of a coloured sign (U+FE0F) stay: scripts and emoji need them.
HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f"
    "\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0e\\ufeff\\uffa0\\ufff0-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e0fff]"
)
