"""A word after an ampersand names a place for later use, and vanishes from the text without a sound."""

from generator.i18n import N_

TITLE = N_("Word that vanishes from the text")
MESSAGE = N_("“&{name}” would vanish from the text: it names a place of the file.")
CURE = N_("If it is text, put it in quotes; if not, take it out.")
