"""Accents turn into other signs when a file is read in an encoding other than its own."""

from generator.i18n import N_

TITLE = N_("File that is not UTF-8 text")
MESSAGE = N_("This is not UTF-8 text: {seen} stands here.")
CURE = N_("In your editor, save the file again with the encoding “UTF-8”.")
