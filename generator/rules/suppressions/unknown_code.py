"""A code with a slip suppresses nothing."""

from generator.i18n import N_

TITLE = N_("Unknown code")
MESSAGE = N_("“{seen}” is not the code of a warning.")
CURE = N_("Write the code that stands in brackets in the report.")
