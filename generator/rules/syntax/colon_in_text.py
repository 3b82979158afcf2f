"""A colon with a space after it makes a key of what stands before it."""

from generator.i18n import N_

TITLE = N_("Colon within a text")
MESSAGE = N_("The colon with a space after it would make a key of the text before it.")
CURE = N_("Put the whole text in quotes.")
