"""A list with nothing in it says nothing, where something must be said."""

from generator.i18n import N_

TITLE = N_("List too short")
MESSAGE = N_("At least {least} entry or entries must stand here.")
CURE = N_("Add what is missing.")
