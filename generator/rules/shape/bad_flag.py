"""Many words mean yes in YAML, and not the same ones everywhere; here only two words count."""

from generator.i18n import N_

TITLE = N_("Neither true nor false")
MESSAGE = N_("“{seen}” is neither “true” nor “false”.")
CURE = N_("Write “true” or “false”.")
