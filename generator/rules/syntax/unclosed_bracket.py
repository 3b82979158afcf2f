"""A bracket that is never closed takes what follows for its own; the parser only complains far below."""

from generator.i18n import N_

TITLE = N_("Bracket that is not closed")
MESSAGE = N_("The bracket that opens here is not closed, or a comma is missing before what follows.")
CURE = N_("Close it, put commas between its parts, or put the text in quotes if no list was meant.")
