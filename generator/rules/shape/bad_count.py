"""Words such as “yes” and numbers such as 020 turn into other numbers in other programs."""

from generator.i18n import N_

TITLE = N_("Not a whole number")
MESSAGE = N_("“{seen}” is not a whole number.")
CURE = N_(
    "Write the number with digits only, without a zero before it, as in “10”; or “unknown” where that"
    " is possible."
)
