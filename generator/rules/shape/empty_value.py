"""A key without a value is mostly one that somebody meant to come back to."""

from generator.i18n import N_

TITLE = N_("Empty value")
MESSAGE = N_("Nothing was written here.")
CURE = N_("Write the value, or take the key out if it may be left out.")
