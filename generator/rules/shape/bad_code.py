"""Codes are quoted by people on the phone: short, and without signs."""

from generator.i18n import N_

TITLE = N_("Code not in the wanted form")
MESSAGE = N_("“{seen}” cannot be a code.")
CURE = N_("Use one to eight capitals or digits, as in “REP1”.")
