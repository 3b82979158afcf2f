"""How lines of a catalogue begin, as pieces of patterns: of what is swallowed, and of what the parser stumbles over."""

BULLETS = "•·▪●‣◦"
"""What people begin an item of a list with, and no parser takes for one."""

DASHES = "–—"
"""What stands where a hyphen was meant, put there by a program that writes texts."""

BEFORE_KEY = r" *(?:- +)*"
"""What may stand before a key that begins its line: blanks, and the hyphens of the items that it begins."""

LIKE_ITEM = rf"(?:[-*][ \t]+|[{BULLETS}][ \t]*)\S"
"""The begin of an item, with whatever sign it was written."""
