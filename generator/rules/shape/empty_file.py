"""An empty file is a slip that deserves a plain word."""

from generator.i18n import N_

TITLE = N_("Empty file")
MESSAGE = N_("There is nothing in this file.")
CURE = N_("Check that you opened the right file and saved it.")
