"""The currency decides how amounts are rounded and written."""

from generator.i18n import N_

TITLE = N_("Not a currency")
MESSAGE = N_("“{seen}” is not the sign of a currency.")
CURE = N_("Write its three capitals, as in “EUR” or “CHF”.")
