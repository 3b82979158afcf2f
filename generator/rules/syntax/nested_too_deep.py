"""No catalogue needs such depth: it is damage or malice, and later steps would run out of stack."""

from generator.i18n import N_

TITLE = N_("Nested too deep")
MESSAGE = N_("There are more than {limit} levels here.")
CURE = N_("Look for brackets that are never closed.")
