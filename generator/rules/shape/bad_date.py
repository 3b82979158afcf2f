"""A day that does not exist, or is written as a number, would become another day."""

from generator.i18n import N_

TITLE = N_("Not a day")
MESSAGE = N_("“{seen}” is not a day of the calendar.")
CURE = N_("Write year, month and day, as in “2025-01-31”.")
