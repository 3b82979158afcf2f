"""An error would mislead a reader whatever the reason, so it cannot be silenced."""

from generator.i18n import N_

TITLE = N_("Suppression of an error")
MESSAGE = N_("“{code}” is an error, which cannot be suppressed.")
CURE = N_("Mend the error, and take the suppression out.")
