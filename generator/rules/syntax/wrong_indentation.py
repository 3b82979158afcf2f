"""The keys of an entry begin one below the other; one that begins further right continues the text above it."""

from generator.i18n import N_

TITLE = N_("Key that is not indented like the others")
MESSAGE = N_("This key does not begin below the other keys of its entry.")
CURE = N_("Let it begin below the key above. If it is a text that goes on, put the whole text in quotes.")
