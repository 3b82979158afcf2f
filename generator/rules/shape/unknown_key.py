"""A key with a slip would be left unread, and with it what it says."""

from generator.i18n import N_

TITLE = N_("Unknown key")
MESSAGE = N_("“{key}” is not a key that can stand here.")
CURE = N_("Correct the key, or take it out. Possible here: {known}.")
