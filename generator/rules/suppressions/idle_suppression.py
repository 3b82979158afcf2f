"""A suppression that suppresses nothing would one day hide a warning that nobody has seen yet."""

from generator.i18n import N_

TITLE = N_("Suppression of nothing")
MESSAGE = N_("No warning “{code}” is found within this entry.")
CURE = N_("Take the suppression out: what it was for is mended, or stands elsewhere.")
