"""YAML takes no tabs for indentation, and its own message about them is no help."""

from generator.i18n import N_

TITLE = N_("Tab instead of spaces")
MESSAGE = N_("There is a tab here where spaces are expected.")
CURE = N_("Replace the tab by spaces; most editors can do that for the whole file.")
