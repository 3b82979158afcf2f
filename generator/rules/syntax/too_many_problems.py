"""So many problems have one cause, which the first of them shows; the rest would only bury it."""

from generator.i18n import N_

TITLE = N_("Too many problems")
MESSAGE = N_("There are more than {limit} problems; only these are shown.")
CURE = N_("Mend the first ones and check again: one slip often causes many.")
