"""An amount of money must be read alike by everybody, down to the last digit."""

from generator.i18n import N_

TITLE = N_("Not an amount")
MESSAGE = N_("“{seen}” is not an amount.")
CURE = N_(
    "Write digits with a point before the decimals, without signs between the thousands, as in “1250.00”."
)
