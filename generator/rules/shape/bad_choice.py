"""A word outside the list would have no meaning in any rule."""

from generator.i18n import N_

TITLE = N_("Not one of the possible words")
MESSAGE = N_("“{seen}” is not possible here.")
CURE = N_("Write one of: {choices}.")
