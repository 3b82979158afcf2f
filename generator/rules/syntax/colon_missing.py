"""A key is told from its value by a colon and a space; without them, both are one text."""

from generator.i18n import N_

TITLE = N_("Key without its colon")
MESSAGE = N_("Behind a key there has to be a colon with a space, and here there is none.")
CURE = N_("Write the key, “: ”, and then its value.")
