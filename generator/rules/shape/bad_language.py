"""The language decides the words, numbers and days of the whole guide."""

from generator.i18n import N_

TITLE = N_("Not a language")
MESSAGE = N_("“{seen}” is not the sign of a language.")
CURE = N_("Write it as in “en” or “pt-BR”.")
