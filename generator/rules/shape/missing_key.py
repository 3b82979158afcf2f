"""What an entry must say cannot be guessed."""

from generator.i18n import N_

TITLE = N_("Missing key")
MESSAGE = N_("The key “{key}” is missing here.")
CURE = N_("Add the key with its value to this entry.")
