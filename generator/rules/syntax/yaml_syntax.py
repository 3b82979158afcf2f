"""The rest of what can be wrong with a text; the place is all that can be said for sure."""

from generator.i18n import N_

TITLE = N_("Text that is not YAML")
MESSAGE = N_("The text stops making sense here: indentation, a bracket or a comma does not fit.")
CURE = N_("Compare this line with its neighbours: same indentation within a list, and every bracket closed.")
